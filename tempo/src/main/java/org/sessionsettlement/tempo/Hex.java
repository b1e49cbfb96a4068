package org.sessionsettlement.tempo;

import java.math.BigInteger;

/**
 * Hexadecimal as Ethereum's JSON-RPC writes it: {@code 0x} and two digits a byte, or a quantity.
 */
public final class Hex {
  private static final char[] DIGITS = "0123456789abcdef".toCharArray();

  private Hex() {}

  /** Lower case with the {@code 0x} prefix. */
  public static String encode(byte[] bytes) {
    char[] text = new char[2 + bytes.length * 2];
    text[0] = '0';
    text[1] = 'x';
    for (int i = 0; i < bytes.length; i++) {
      text[2 + i * 2] = DIGITS[(bytes[i] >> 4) & 0xf];
      text[3 + i * 2] = DIGITS[bytes[i] & 0xf];
    }
    return new String(text);
  }

  /**
   * Reads hexadecimal with or without {@code 0x}.
   *
   * @throws IllegalArgumentException for an odd number of digits or a character that is no digit
   */
  public static byte[] decode(String text) {
    int start = text.startsWith("0x") ? 2 : 0;
    int digits = text.length() - start;
    if (digits % 2 != 0) {
      throw new IllegalArgumentException("hex with an odd number of digits");
    }
    byte[] bytes = new byte[digits / 2];
    for (int i = 0; i < bytes.length; i++) {
      int at = start + i * 2;
      bytes[i] = (byte) (digit(text.charAt(at)) << 4 | digit(text.charAt(at + 1)));
    }
    return bytes;
  }

  /** A JSON-RPC quantity: {@code 0x0}, {@code 0x1f}; no leading zeros. */
  public static String quantity(BigInteger value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("a quantity is never negative");
    }
    return "0x" + value.toString(16);
  }

  /** {@link #quantity(BigInteger)} of a long. */
  public static String quantity(long value) {
    return quantity(BigInteger.valueOf(value));
  }

  /**
   * Reads a JSON-RPC quantity of at most 256 bits.
   *
   * @throws IllegalArgumentException when it is not {@code 0x} and 1 to 64 digits
   */
  public static BigInteger parseQuantity(String text) {
    if (!text.startsWith("0x") || text.length() < 3 || text.length() > 66) {
      throw new IllegalArgumentException("a quantity is 0x and 1 to 64 hex digits");
    }
    for (int i = 2; i < text.length(); i++) {
      digit(text.charAt(i));
    }
    return new BigInteger(text.substring(2), 16);
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = (c | 0x20) - 'a';
    if (letter < 0 || letter > 5 || c > 'f') {
      throw new IllegalArgumentException("not a hex digit in hex text");
    }
    return letter + 10;
  }
}
