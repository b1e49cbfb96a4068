package org.sessionsettlement.escrow;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;

/** Between our values and headlong's. */
final class Abi {
  private Abi() {}

  static Bytes encode(Function function, Object... arguments) {
    return bytes(function.encodeCall(Tuple.from(arguments)));
  }

  static Bytes encode(TupleType<Tuple> type, Object... values) {
    return bytes(type.encode(Tuple.from(values)));
  }

  static com.esaulpaugh.headlong.abi.Address address(Address address) {
    return com.esaulpaugh.headlong.abi.Address.wrap(address.toString());
  }

  static BigInteger id(long id) {
    return BigInteger.valueOf(id);
  }

  private static Bytes bytes(ByteBuffer buffer) {
    byte[] all = new byte[buffer.remaining()];
    buffer.get(all);
    return Bytes.of(all);
  }
}
