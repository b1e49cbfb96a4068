package org.sessionsettlement.tempo.keystore;

/** How the encryption key is derived from the password. */
public sealed interface KeystoreParameters {
  /** What geth takes by default: n 2^18, r 8, p 1; 256 MiB and about a second. */
  KeystoreParameters STANDARD = new Scrypt(1 << 18, 8, 1);

  /** What geth takes on phones: n 2^12, r 8, p 6; 4 MiB. For passwords that are hard to guess. */
  KeystoreParameters LIGHT = new Scrypt(1 << 12, 8, 6);

  /**
   * scrypt (RFC 7914).
   *
   * @param n cost, a power of two
   * @param r block size, in units of 128 bytes
   * @param p how many times
   */
  record Scrypt(int n, int r, int p) implements KeystoreParameters {
    /**
     * Checks them.
     *
     * @throws IllegalArgumentException for parameters that are none, or above {@link
     *     KeystoreLimits}
     */
    public Scrypt {
      if (n < 2 || Integer.bitCount(n) != 1 || r < 1 || p < 1) {
        throw new IllegalArgumentException(
            "scrypt wants n a power of two above 1, r and p at least 1");
      }
      boolean tooMuch =
          128L * n > KeystoreLimits.MAX_SCRYPT_BYTES / r
              || (long) n * r > KeystoreLimits.MAX_SCRYPT_WORK / p
              || (long) r * p > KeystoreLimits.MAX_SCRYPT_BLOCKS;
      if (tooMuch) {
        throw new IllegalArgumentException("more memory or work than a keystore may ask for");
      }
    }
  }

  /** PBKDF2 with HMAC-SHA-256 (RFC 8018). */
  record Pbkdf2(int iterations) implements KeystoreParameters {
    /**
     * Checks them.
     *
     * @throws IllegalArgumentException for none at all or more than {@link KeystoreLimits}
     */
    public Pbkdf2 {
      if (iterations < 1 || iterations > KeystoreLimits.MAX_PBKDF2_ITERATIONS) {
        throw new IllegalArgumentException("more work than a keystore may ask for, or none");
      }
    }
  }
}
