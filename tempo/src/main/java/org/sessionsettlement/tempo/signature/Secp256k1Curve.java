package org.sessionsettlement.tempo.signature;

/**
 * What is asked of the curve; two libraries do it, with the same answers. Public keys are x || y.
 */
interface Secp256k1Curve {
  /**
   * Deterministic (RFC 6979), low s.
   *
   * @param publicKey of the private key; whoever signs often has made it once
   */
  Secp256k1Signature sign(byte[] hash, byte[] privateKey, byte[] publicKey);

  /**
   * The key that made this signature (SEC 1, 4.1.6).
   *
   * @throws InvalidSignatureException when no key could have made it
   */
  byte[] recover(byte[] hash, Secp256k1Signature signature);

  /** The public key of a private one. */
  byte[] publicKey(byte[] privateKey);
}
