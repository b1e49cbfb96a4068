package org.sessionsettlement.tempo.signature;

import org.sessionsettlement.tempo.Bytes;

/** A signature by one key: secp256k1, P256 or WebAuthn. */
public sealed interface PrimitiveSignature extends TempoSignature
    permits Secp256k1Signature, P256Signature, WebAuthnSignature {
  /** What kind of key made it. */
  KeyType keyType();

  /**
   * Reads the byte form.
   *
   * @throws InvalidSignatureException also for a keychain signature
   */
  static PrimitiveSignature decode(Bytes bytes) {
    return SignatureDecoding.primitive(bytes);
  }
}
