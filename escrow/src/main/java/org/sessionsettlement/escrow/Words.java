package org.sessionsettlement.escrow;

import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.math.BigInteger;
import java.util.Iterator;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

/**
 * Decoded ABI values, taken one after the other. Throws a RuntimeException where a value is not
 * what was asked for.
 */
final class Words {
  private final Iterator<Object> values;

  private Words(Tuple tuple) {
    this.values = tuple.iterator();
  }

  /** Decodes static values; strict about length, padding and ranges. */
  static Words decode(TupleType<Tuple> type, Bytes data) {
    return new Words(type.decode(data.toArray()));
  }

  long number() {
    return new BigInteger(values.next().toString()).longValueExact();
  }

  int count() {
    return Math.toIntExact(number());
  }

  BigInteger amount() {
    return (BigInteger) values.next();
  }

  Address address() {
    return Address.parse(values.next().toString());
  }

  Hash32 hash() {
    return Hash32.of((byte[]) values.next());
  }

  <E> E choice(E[] all) {
    return all[count()];
  }
}
