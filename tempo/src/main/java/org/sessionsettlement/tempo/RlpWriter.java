package org.sessionsettlement.tempo;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Writes recursive length prefixes (Ethereum yellow paper, appendix B) into one growing buffer. A
 * list is begun, filled and ended; its prefix is put in front when its length is known. Not safe
 * for several threads.
 */
public final class RlpWriter {
  private static final int FIRST_CAPACITY = 512;
  private static final int SHORT_LIMIT = 55;
  private static final int STRING = 0x80;
  private static final int LIST = 0xc0;

  private byte[] buffer = new byte[FIRST_CAPACITY];
  private int size;

  /** A byte that is part of no item: a transaction's type. */
  public RlpWriter raw(int value) {
    room(1);
    buffer[size++] = (byte) value;
    return this;
  }

  /** A byte string. */
  public RlpWriter bytes(byte[] value) {
    if (value.length == 1 && value[0] >= 0) {
      return raw(value[0]);
    }
    prefix(STRING, value.length);
    room(value.length);
    System.arraycopy(value, 0, buffer, size, value.length);
    size += value.length;
    return this;
  }

  /** A byte string. */
  public RlpWriter bytes(Bytes value) {
    return bytes(value.unshared());
  }

  /** No bytes: zero, absent. */
  public RlpWriter empty() {
    return raw(STRING);
  }

  /** The 20 bytes of an address. */
  public RlpWriter address(Address value) {
    return bytes(value.bytes());
  }

  /** The 32 bytes of a hash. */
  public RlpWriter hash(Hash32 value) {
    return bytes(value.bytes());
  }

  /**
   * An unsigned integer: its shortest big-endian bytes, none for zero.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public RlpWriter integer(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("RLP knows no negative numbers");
    }
    if (value != 0 && value < STRING) {
      return raw((int) value);
    }
    int length = bytesOf(value);
    raw(STRING + length);
    return bigEndian(value, length);
  }

  /**
   * An unsigned integer: its shortest big-endian bytes, none for zero.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public RlpWriter integer(BigInteger value) {
    if (value.bitLength() < Long.SIZE) {
      return integer(value.longValue());
    }
    if (value.signum() < 0) {
      throw new IllegalArgumentException("RLP knows no negative numbers");
    }
    byte[] signed = value.toByteArray();
    return bytes(signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed);
  }

  /** Begins a list; what it returns ends it: {@link #end}. */
  public int begin() {
    return size;
  }

  /** Ends the list that was begun there: everything written since is its items. */
  public RlpWriter end(int begun) {
    int length = size - begun;
    prefix(LIST, length);
    int prefix = size - begun - length;
    byte[] held = Arrays.copyOfRange(buffer, begun + length, size);
    System.arraycopy(buffer, begun, buffer, begun + prefix, length);
    System.arraycopy(held, 0, buffer, begun, prefix);
    return this;
  }

  /** All that was written. */
  public Bytes toBytes() {
    return Bytes.of(buffer, 0, size);
  }

  /** The hash of all that was written. */
  public Hash32 keccak256() {
    return Keccak256.hash(buffer, 0, size);
  }

  private void prefix(int base, int length) {
    if (length <= SHORT_LIMIT) {
      raw(base + length);
      return;
    }
    int lengthBytes = bytesOf(length);
    raw(base + SHORT_LIMIT + lengthBytes);
    bigEndian(length, lengthBytes);
  }

  private RlpWriter bigEndian(long value, int length) {
    room(length);
    for (int shift = (length - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      buffer[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  private static int bytesOf(long value) {
    return (Long.SIZE - Long.numberOfLeadingZeros(value) + Byte.SIZE - 1) / Byte.SIZE;
  }

  private void room(int more) {
    if (size + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
    }
  }
}
