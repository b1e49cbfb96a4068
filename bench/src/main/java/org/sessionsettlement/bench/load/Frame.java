package org.sessionsettlement.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A WebSocket frame (RFC 6455, section 5.2).
 *
 * @param opcode {@link #TEXT}, {@link #CLOSE}, {@link #PING} or {@link #PONG}
 * @param text the payload of a text, or the reason of a close after its code
 */
record Frame(int opcode, String text) {
  static final int TEXT = 0x1;
  static final int CLOSE = 0x8;
  static final int PING = 0x9;
  static final int PONG = 0xa;

  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int OPCODE = 0x0f;
  private static final int LENGTH = 0x7f;
  private static final int LENGTH_IN_TWO_BYTES = 126;
  private static final int MASK_BYTES = 4;

  /** What a client sends, masked with these four bytes. */
  byte[] masked(int mask) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(headBytes(payload.length) + MASK_BYTES + payload.length);
    bytes.put((byte) (FINAL | opcode));
    if (payload.length < LENGTH_IN_TWO_BYTES) {
      bytes.put((byte) (MASKED | payload.length));
    } else {
      bytes.put((byte) (MASKED | LENGTH_IN_TWO_BYTES)).putShort((short) payload.length);
    }
    bytes.putInt(mask);
    for (int i = 0; i < payload.length; i++) {
      bytes.put((byte) (payload[i] ^ (mask >>> (Byte.SIZE * (3 - i % MASK_BYTES)))));
    }
    return bytes.array();
  }

  private static int headBytes(int length) {
    if (length > Character.MAX_VALUE) {
      throw new IllegalArgumentException("a frame of " + length + " bytes");
    }
    return length < LENGTH_IN_TWO_BYTES ? 2 : 4;
  }

  /**
   * The unmasked frame that these bytes begin with; empty, and nothing taken, where it is not
   * whole.
   *
   * @throws IllegalStateException on one in parts or of more than 64 KiB: the service sends neither
   */
  static Optional<Frame> take(ByteBuffer bytes) {
    int start = bytes.position();
    if (bytes.remaining() < 2) {
      return Optional.empty();
    }
    int first = bytes.get();
    int length = bytes.get() & LENGTH;
    if ((first & FINAL) == 0 || length > LENGTH_IN_TWO_BYTES) {
      throw new IllegalStateException("a frame in parts, or a giant one");
    }
    boolean isLong = length == LENGTH_IN_TWO_BYTES;
    if (isLong && bytes.remaining() < 2) {
      bytes.position(start);
      return Optional.empty();
    }
    int size = isLong ? Short.toUnsignedInt(bytes.getShort()) : length;
    if (bytes.remaining() < size) {
      bytes.position(start);
      return Optional.empty();
    }
    return Optional.of(new Frame(first & OPCODE, text(bytes, size)));
  }

  private static String text(ByteBuffer bytes, int size) {
    var payload = new byte[size];
    bytes.get(payload);
    return new String(payload, StandardCharsets.UTF_8);
  }
}
