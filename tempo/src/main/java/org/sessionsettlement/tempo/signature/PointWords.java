package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;

/** r || s || x || y, as P256 and WebAuthn signatures carry them. */
final class PointWords {
  static final int SIZE = 4 * AbiWords.WORD;

  private PointWords() {}

  static void write(byte[] target, int at, BigInteger r, BigInteger s, P256PublicKey key) {
    BigInteger[] words = {r, s, key.x(), key.y()};
    for (int i = 0; i < words.length; i++) {
      System.arraycopy(AbiWords.uint(words[i]), 0, target, at + i * AbiWords.WORD, AbiWords.WORD);
    }
  }
}
