package org.sessionsettlement.tempo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what {@link RlpWriter} writes, and nothing else: every item has one right form, and all
 * others are refused. Reads inside the given bytes only; a length that they do not hold is refused
 * before anything is allocated for it. Not safe for several threads.
 */
public final class RlpReader {
  private static final int STRING = 0x80;
  private static final int LONG_STRING = 0xb7;
  private static final int LIST = 0xc0;
  private static final int LONG_LIST = 0xf7;
  private static final int SHORT_LIMIT = 55;

  private final byte[] bytes;
  private final int end;
  private int at;

  private RlpReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** Reads these bytes from a position on. */
  public static RlpReader of(Bytes bytes, int from) {
    return new RlpReader(bytes.unshared(), from, bytes.size());
  }

  /** True while there are items. */
  public boolean hasMore() {
    return at < end;
  }

  /** True when the next item is a list. */
  public boolean nextIsList() {
    return hasMore() && (bytes[at] & 0xff) >= LIST;
  }

  /** How many bytes the next item takes, its prefix included. */
  public int nextSize() {
    int before = at;
    int size = (nextIsList() ? payloadOfList() : payloadOfString()) + at - before;
    at = before;
    return size;
  }

  /**
   * A list, to be read from the reader that is returned; this one goes on behind it.
   *
   * @throws MalformedRlpException when it is no list, not canonical, or longer than the bytes
   */
  public RlpReader list() {
    if (!nextIsList()) {
      throw new MalformedRlpException("a list is expected");
    }
    int length = payloadOfList();
    RlpReader items = new RlpReader(bytes, at, at + length);
    at += length;
    return items;
  }

  /** A list of items of one kind. */
  public <T> List<T> list(Function<RlpReader, T> item) {
    RlpReader items = list();
    List<T> all = new ArrayList<>();
    while (items.hasMore()) {
      all.add(item.apply(items));
    }
    return all;
  }

  /**
   * A byte string.
   *
   * @throws MalformedRlpException when it is a list, not canonical, or longer than the bytes
   */
  public Bytes bytes() {
    int length = payloadOfString();
    at += length;
    return Bytes.of(bytes, at - length, length);
  }

  /** Exactly 20 bytes. */
  public Address address() {
    return Address.of(exactly(20, "an address"));
  }

  /** Exactly 32 bytes. */
  public Hash32 hash() {
    return Hash32.of(exactly(32, "a hash"));
  }

  /**
   * An unsigned integer of at most so many bits, in its shortest form.
   *
   * @throws MalformedRlpException when it is larger or has leading zeros
   */
  public BigInteger integer(int maxBits) {
    int length = integerLength(maxBits);
    BigInteger value = new BigInteger(1, Arrays.copyOfRange(bytes, at, at + length));
    at += length;
    if (value.bitLength() > maxBits) {
      throw new MalformedRlpException("an integer of more than " + maxBits + " bits");
    }
    return value;
  }

  /** An unsigned integer of at most 63 bits, in its shortest form. */
  public long longInteger() {
    int length = integerLength(Long.SIZE);
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << Byte.SIZE | (bytes[at++] & 0xff);
    }
    if (value < 0) {
      throw new MalformedRlpException("an integer of more than 63 bits");
    }
    return value;
  }

  /**
   * Nothing more may follow.
   *
   * @throws MalformedRlpException when it does
   */
  public void finish() {
    if (hasMore()) {
      throw new MalformedRlpException("more items than there are fields");
    }
  }

  private byte[] exactly(int length, String what) {
    Bytes value = bytes();
    if (value.size() != length) {
      throw new MalformedRlpException(what + " of " + value.size() + " bytes");
    }
    return value.unshared();
  }

  private int integerLength(int maxBits) {
    int length = payloadOfString();
    if (length > (maxBits + Byte.SIZE - 1) / Byte.SIZE) {
      throw new MalformedRlpException("an integer of more than " + maxBits + " bits");
    }
    if (length > 0 && bytes[at] == 0) {
      throw new MalformedRlpException("an integer with leading zeros");
    }
    return length;
  }

  /** Moves to the payload of a byte string and says how long it is. */
  private int payloadOfString() {
    int prefix = prefix();
    if (prefix >= LIST) {
      throw new MalformedRlpException("a byte string is expected, not a list");
    }
    if (prefix < STRING) {
      at--;
      return 1;
    }
    int length = prefix <= LONG_STRING ? prefix - STRING : longLength(prefix - LONG_STRING);
    within(length);
    if (length == 1 && bytes[at] >= 0) {
      throw new MalformedRlpException("a small byte with a prefix that it does not need");
    }
    return length;
  }

  private int payloadOfList() {
    int prefix = prefix();
    int length = prefix <= LONG_LIST ? prefix - LIST : longLength(prefix - LONG_LIST);
    within(length);
    return length;
  }

  private int prefix() {
    if (!hasMore()) {
      throw new MalformedRlpException("the bytes end where an item is expected");
    }
    return bytes[at++] & 0xff;
  }

  private int longLength(int lengthBytes) {
    within(lengthBytes);
    if (bytes[at] == 0) {
      throw new MalformedRlpException("a length with leading zeros");
    }
    if (lengthBytes > Integer.BYTES) {
      throw new MalformedRlpException("a length beyond the bytes");
    }
    long length = 0;
    for (int i = 0; i < lengthBytes; i++) {
      length = length << Byte.SIZE | (bytes[at++] & 0xff);
    }
    if (length <= SHORT_LIMIT) {
      throw new MalformedRlpException("a long length for a short item");
    }
    return (int) Math.min(length, Integer.MAX_VALUE);
  }

  private void within(int length) {
    if (length > end - at) {
      throw new MalformedRlpException("a length beyond the bytes");
    }
  }
}
