package org.sessionsettlement.tempo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The few shapes of the contract ABI that TIP-20 and revert data need: 32-byte words and one
 * string.
 */
public final class AbiWords {
  /** Bytes in a word. */
  public static final int WORD = 32;

  private static final BigInteger MAX_UINT = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

  private AbiWords() {}

  /** The first four bytes of the hash of a signature like {@code transfer(address,uint256)}. */
  public static byte[] selector(String signature) {
    return Arrays.copyOf(Keccak256.hash(signature).toArray(), 4);
  }

  /** A selector and its arguments, a word each. */
  public static Bytes call(String signature, byte[]... words) {
    byte[] data = Arrays.copyOf(selector(signature), 4 + words.length * WORD);
    for (int i = 0; i < words.length; i++) {
      System.arraycopy(words[i], 0, data, 4 + i * WORD, WORD);
    }
    return Bytes.of(data);
  }

  /**
   * A uint256.
   *
   * @throws IllegalArgumentException when it is negative or too large
   */
  public static byte[] uint(BigInteger value) {
    if (value.signum() < 0 || value.compareTo(MAX_UINT) > 0) {
      throw new IllegalArgumentException("out of the range of uint256");
    }
    byte[] word = new byte[WORD];
    byte[] bytes = value.toByteArray();
    int length = Math.min(bytes.length, WORD);
    System.arraycopy(bytes, bytes.length - length, word, WORD - length, length);
    return word;
  }

  /** An address, left-padded. */
  public static byte[] address(Address address) {
    byte[] word = new byte[WORD];
    System.arraycopy(address.toArray(), 0, word, 12, 20);
    return word;
  }

  /** The word at a byte offset. */
  public static BigInteger uintAt(Bytes data, int offset) {
    return new BigInteger(1, data.slice(offset, offset + WORD).toArray());
  }

  /** The address in the word at a byte offset. */
  public static Address addressAt(Bytes data, int offset) {
    return Address.of(data.slice(offset + 12, offset + WORD).toArray());
  }

  /**
   * The boolean in the word at a byte offset.
   *
   * @throws ArithmeticException for anything but 0 and 1
   */
  public static boolean boolAt(Bytes data, int offset) {
    BigInteger word = uintAt(data, offset);
    if (word.bitLength() > 1) {
      throw new ArithmeticException("a boolean is 0 or 1");
    }
    return word.signum() == 1;
  }

  /** The string whose offset stands in the first word of {@code data}. */
  public static String string(Bytes data) {
    return stringAt(data, 0);
  }

  /** The string whose offset, counted from the start of {@code data}, stands at a byte offset. */
  public static String stringAt(Bytes data, int head) {
    int start = intAt(data, head);
    int length = intAt(data, start);
    int from = Math.addExact(start, WORD);
    byte[] utf8 = data.slice(from, Math.addExact(from, length)).toArray();
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static int intAt(Bytes data, int offset) {
    return uintAt(data, offset).intValueExact();
  }
}
