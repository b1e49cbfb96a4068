package org.sessionsettlement.tempo.signature;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.sessionsettlement.tempo.Bytes;

/**
 * A P-256 signature as authenticators and keystores give it: DER, any s. Tempo wants the lower s of
 * the two that verify.
 */
public record DerSignature(BigInteger r, BigInteger s) {
  /**
   * Reads DER (RFC 3279, 2.2.3) and takes the lower s.
   *
   * @throws InvalidSignatureException when it is no DER, or out of range
   */
  public static DerSignature decode(Bytes der) {
    try {
      BigInteger[] parts = StandardDSAEncoding.INSTANCE.decode(P256Curve.ORDER, der.toArray());
      return new DerSignature(parts[0], P256Curve.lowS(parts[1]));
    } catch (IOException | IllegalArgumentException | ClassCastException noDer) {
      throw new InvalidSignatureException("no signature in DER");
    }
  }

  /** Of a key that signed sha256(hash). */
  public P256Signature prehashed(P256PublicKey key) {
    return new P256Signature(r, s, key, true);
  }
}
