package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Keccak256;

/** A point of the curve P-256 (secp256r1), affine coordinates. */
public record P256PublicKey(BigInteger x, BigInteger y) {
  /**
   * Checks it.
   *
   * @throws InvalidSignatureException when it does not lie on the curve
   */
  public P256PublicKey {
    P256Curve.point(x, y);
  }

  /** The account of this key: the last 20 bytes of keccak256(x || y). */
  public Address address() {
    return Address.lastTwentyOf(Keccak256.hash(AbiWords.uint(x), AbiWords.uint(y)));
  }
}
