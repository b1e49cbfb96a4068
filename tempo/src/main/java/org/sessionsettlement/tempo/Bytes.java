package org.sessionsettlement.tempo;

import java.util.Arrays;
import java.util.Objects;

/** An immutable byte string, compared by content; so that records can hold bytes. */
public final class Bytes {
  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of these bytes. */
  public static Bytes of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
  }

  /** A copy of {@code length} of these bytes from {@code from} on. */
  public static Bytes of(byte[] bytes, int from, int length) {
    Objects.checkFromIndexSize(from, length, bytes.length);
    return length == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(bytes, from, from + length));
  }

  /** The bytes themselves, for those in this package that will not change them. */
  byte[] unshared() {
    return bytes;
  }

  /** One byte, 0 to 255. */
  public int at(int index) {
    return bytes[index] & 0xff;
  }

  /** Copies all of it into {@code target} from {@code offset} on. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, bytes.length);
  }

  /**
   * Reads hexadecimal, with or without {@code 0x}.
   *
   * @throws IllegalArgumentException when it is no hexadecimal
   */
  public static Bytes fromHex(String hex) {
    return new Bytes(Hex.decode(hex));
  }

  /** A copy. */
  public byte[] toArray() {
    return bytes.clone();
  }

  /** How many bytes. */
  public int size() {
    return bytes.length;
  }

  /** True for no bytes at all. */
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** A copy of the bytes in [from, until). */
  public Bytes slice(int from, int until) {
    if (from < 0 || from > until || until > bytes.length) {
      throw new IndexOutOfBoundsException(from + ".." + until + " of " + bytes.length + " bytes");
    }
    return new Bytes(Arrays.copyOfRange(bytes, from, until));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Hexadecimal with {@code 0x}. */
  @Override
  public String toString() {
    return Hex.encode(bytes);
  }
}
