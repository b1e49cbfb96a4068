package org.sessionsettlement.cli.call;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.sessionsettlement.tempo.Bytes;

/** What a STUN server answered (RFC 8489, section 5). */
record StunAnswer(int type, Bytes transaction, Map<Integer, Bytes> attributes) {
  private static final int ERROR_CODE = 0x0009;
  private static final int ERROR_CLASS = 0x0110;
  private static final int TRANSACTION_AT = 8;

  static StunAnswer read(ByteBuffer message) {
    int type = message.getShort();
    message.position(TRANSACTION_AT);
    var transaction = take(message, StunMessage.TRANSACTION_BYTES);
    var attributes = new HashMap<Integer, Bytes>();
    while (message.hasRemaining()) {
      int attribute = Short.toUnsignedInt(message.getShort());
      int length = Short.toUnsignedInt(message.getShort());
      attributes.put(attribute, take(message, length));
      take(message, StunMessage.padded(length) - length);
    }
    return new StunAnswer(type, transaction, attributes);
  }

  private static Bytes take(ByteBuffer message, int length) {
    var bytes = new byte[length];
    message.get(bytes);
    return Bytes.of(bytes);
  }

  /** The code of an error, for example 401 (section 14.8); 0 for a success. */
  int error() {
    if ((type & ERROR_CLASS) != ERROR_CLASS) {
      return 0;
    }
    byte[] value = value(ERROR_CODE);
    return value[2] * 100 + value[3];
  }

  byte[] value(int attribute) {
    var value = attributes.get(attribute);
    if (value == null) {
      throw new IllegalStateException("the answer lacks attribute " + attribute);
    }
    return value.toArray();
  }
}
