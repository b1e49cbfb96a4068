package org.sessionsettlement.tempo;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Recursive length prefix encoding (Ethereum yellow paper, appendix B). Encoded items in, encoded
 * items out.
 */
public final class Rlp {
  private static final int SHORT_LIMIT = 55;
  private static final int STRING = 0x80;
  private static final int LIST = 0xc0;

  private Rlp() {}

  /** A byte string. */
  public static byte[] bytes(byte[] value) {
    if (value.length == 1 && value[0] >= 0) {
      return value.clone();
    }
    return withPrefix(STRING, value);
  }

  /** An unsigned integer: its shortest big-endian bytes, none for zero. */
  public static byte[] integer(BigInteger value) {
    return bytes(unsigned(value));
  }

  /** {@link #integer(BigInteger)} of a long that is not negative. */
  public static byte[] integer(long value) {
    return integer(BigInteger.valueOf(value));
  }

  /** A list of items that are encoded already. */
  public static byte[] list(List<byte[]> encodedItems) {
    return withPrefix(LIST, concat(encodedItems));
  }

  /** The parts, one after the other. */
  public static byte[] concat(List<byte[]> parts) {
    int total = 0;
    for (byte[] part : parts) {
      total += part.length;
    }
    byte[] all = new byte[total];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static byte[] withPrefix(int base, byte[] payload) {
    if (payload.length <= SHORT_LIMIT) {
      return concat(List.of(new byte[] {(byte) (base + payload.length)}, payload));
    }
    byte[] length = unsigned(BigInteger.valueOf(payload.length));
    byte[] prefix = {(byte) (base + SHORT_LIMIT + length.length)};
    return concat(List.of(prefix, length, payload));
  }

  private static byte[] unsigned(BigInteger value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("RLP knows no negative numbers");
    }
    if (value.signum() == 0) {
      return new byte[0];
    }
    byte[] signed = value.toByteArray();
    return signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
  }
}
