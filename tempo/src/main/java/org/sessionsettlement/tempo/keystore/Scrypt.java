package org.sessionsettlement.tempo.keystore;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.Salsa20Engine;
import org.bouncycastle.util.Pack;

/**
 * scrypt (RFC 7914). BouncyCastle's refuses r = 1 with n of 2^16 and more, which the test vector of
 * Web3 Secret Storage has.
 */
final class Scrypt {
  private static final int SALSA_WORDS = 16;
  private static final int SALSA_ROUNDS = 8;

  private final int n;
  private final int words;
  private final int[] mixed;
  private final int[] salsa = new int[SALSA_WORDS];

  private Scrypt(int n, int r) {
    this.n = n;
    this.words = 2 * SALSA_WORDS * r;
    this.mixed = new int[words];
  }

  static byte[] derive(
      byte[] password, byte[] salt, KeystoreParameters.Scrypt parameters, int length) {
    Scrypt scrypt = new Scrypt(parameters.n(), parameters.r());
    int blockBytes = scrypt.words * Integer.BYTES;
    byte[] blocks = Pbkdf2Sha256.derive(password, salt, 1, parameters.p() * blockBytes);
    int[][] memory = new int[parameters.n()][];
    for (int i = 0; i < parameters.p(); i++) {
      int[] block = new int[scrypt.words];
      Pack.littleEndianToInt(blocks, i * blockBytes, block);
      scrypt.mix(block, memory);
      Pack.intToLittleEndian(block, blocks, i * blockBytes);
    }
    byte[] key = Pbkdf2Sha256.derive(password, blocks, 1, length);
    Arrays.fill(blocks, (byte) 0);
    return key;
  }

  /** scryptROMix (section 5). */
  private void mix(int[] block, int[][] memory) {
    for (int i = 0; i < n; i++) {
      memory[i] = block.clone();
      blockMix(block);
    }
    for (int i = 0; i < n; i++) {
      // Integerify modulo n, a power of two: the low bits of the last 64-byte part.
      int[] other = memory[block[words - SALSA_WORDS] & (n - 1)];
      for (int k = 0; k < words; k++) {
        block[k] ^= other[k];
      }
      blockMix(block);
    }
  }

  /** scryptBlockMix (section 4): what comes out of even parts first, then of odd ones. */
  private void blockMix(int[] block) {
    System.arraycopy(block, words - SALSA_WORDS, salsa, 0, SALSA_WORDS);
    int half = words / 2;
    for (int at = 0; at < words; at += SALSA_WORDS) {
      for (int k = 0; k < SALSA_WORDS; k++) {
        salsa[k] ^= block[at + k];
      }
      Salsa20Engine.salsaCore(SALSA_ROUNDS, salsa, salsa);
      int part = at / SALSA_WORDS;
      System.arraycopy(salsa, 0, mixed, (part / 2) * SALSA_WORDS + part % 2 * half, SALSA_WORDS);
    }
    System.arraycopy(mixed, 0, block, 0, words);
  }
}
