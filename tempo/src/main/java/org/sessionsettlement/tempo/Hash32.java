package org.sessionsettlement.tempo;

import java.math.BigInteger;

/** Exactly 32 bytes: a hash, a log topic, a storage key. */
public final class Hash32 {
  /** 32 zero bytes. */
  public static final Hash32 ZERO = new Hash32(Bytes.of(new byte[32]));

  private final Bytes bytes;

  private Hash32(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * A copy of these 32 bytes.
   *
   * @throws IllegalArgumentException for any other length
   */
  public static Hash32 of(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return new Hash32(Bytes.of(bytes));
  }

  /**
   * Reads {@code 0x} and 64 digits.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Hash32 parse(String hex) {
    return of(Hex.decode(hex));
  }

  /** A copy. */
  public byte[] toArray() {
    return bytes.toArray();
  }

  /** The same bytes as a byte string. */
  public Bytes bytes() {
    return bytes;
  }

  /** The same bytes as an unsigned number, most significant byte first. */
  public BigInteger toUnsigned() {
    return new BigInteger(1, bytes.toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash32 that && bytes.equals(that.bytes);
  }

  @Override
  public int hashCode() {
    return bytes.hashCode();
  }

  /** {@code 0x} and 64 lower-case digits. */
  @Override
  public String toString() {
    return bytes.toString();
  }
}
