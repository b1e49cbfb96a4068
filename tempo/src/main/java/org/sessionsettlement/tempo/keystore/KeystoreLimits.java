package org.sessionsettlement.tempo.keystore;

/** The most that a keystore may ask for, so that a hostile one takes no more. */
public final class KeystoreLimits {
  /** Characters of the file: 64 Ki; real ones have some 500. */
  public static final int MAX_CHARS = 64 << 10;

  /** Memory of scrypt, 128 * n * r: 256 MiB, what geth's standard parameters take. */
  public static final long MAX_SCRYPT_BYTES = 256L << 20;

  /** Work of scrypt, n * r * p: 2^22, twice what geth's standard parameters take. */
  public static final long MAX_SCRYPT_WORK = 1L << 22;

  /** Blocks of scrypt that are kept beside that memory, r * p: 2^16, 8 MiB. */
  public static final long MAX_SCRYPT_BLOCKS = 1L << 16;

  /** Rounds of PBKDF2: 2^22, sixteen times what the definition's example takes. */
  public static final int MAX_PBKDF2_ITERATIONS = 1 << 22;

  /** Bytes of salt. */
  public static final int MAX_SALT_BYTES = 64;

  private KeystoreLimits() {}
}
