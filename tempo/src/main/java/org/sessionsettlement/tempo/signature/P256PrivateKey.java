package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

/** A P-256 key in memory. Its text form shows the public key and never the private one. */
public final class P256PrivateKey {
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
    if (bytes.size() != 32 || secret.signum() == 0 || secret.compareTo(P256Curve.ORDER) >= 0) {
      throw new IllegalArgumentException("a private key is 32 bytes between 1 and the order");
    }
    return new P256PrivateKey(secret);
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
}
