package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

/** A P-256 key in memory. Its text form shows the address and never the key. */
public final class P256PrivateKey {
  private static final int SIZE = 32;

  private final BigInteger secret;
  private final P256PublicKey publicKey;

  private P256PrivateKey(BigInteger secret) {
    this.secret = secret;
    this.publicKey = P256Curve.publicKey(secret);
  }

  /**
   * The key of 32 bytes.
   *
   * @throws IllegalArgumentException when they are no key; the message does not repeat them
   */
  public static P256PrivateKey of(Bytes bytes) {
    BigInteger secret = new BigInteger(1, bytes.toArray());
    if (bytes.size() != SIZE || !isKey(secret)) {
      throw new IllegalArgumentException("a private key is 32 bytes between 1 and the order");
    }
    return new P256PrivateKey(secret);
  }

  /** A new key. */
  public static P256PrivateKey generate(SecureRandom random) {
    BigInteger secret;
    do {
      secret = new BigInteger(SIZE * Byte.SIZE, random);
    } while (!isKey(secret));
    return new P256PrivateKey(secret);
  }

  private static boolean isKey(BigInteger secret) {
    return secret.signum() > 0 && secret.compareTo(P256Curve.ORDER) < 0;
  }

  /** The public key. */
  public P256PublicKey publicKey() {
    return publicKey;
  }

  /** Signs the hash itself, deterministically. */
  public P256Signature sign(Hash32 hash) {
    BigInteger[] signature = P256Curve.sign(hash.toArray(), secret);
    return new P256Signature(signature[0], signature[1], publicKey, false);
  }

  @Override
  public String toString() {
    return "P256PrivateKey[of " + publicKey.address() + "]";
  }
}
