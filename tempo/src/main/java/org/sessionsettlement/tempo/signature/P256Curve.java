package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** The curve P-256: deterministic signing (RFC 6979) with a low s, verification. */
final class P256Curve {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());
  static final BigInteger ORDER = CURVE.getN();
  private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

  private P256Curve() {}

  static ECPoint point(BigInteger x, BigInteger y) {
    try {
      return CURVE.getCurve().validatePoint(x, y);
    } catch (IllegalArgumentException notOnTheCurve) {
      throw new InvalidSignatureException("a public key that is not on the curve P-256");
    }
  }

  static P256PublicKey publicKey(BigInteger privateKey) {
    ECPoint point = new FixedPointCombMultiplier().multiply(CURVE.getG(), privateKey).normalize();
    return new P256PublicKey(
        point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
  }

  /** r and s. */
  static BigInteger[] sign(byte[] digest, BigInteger privateKey) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(privateKey, DOMAIN));
    BigInteger[] signature = signer.generateSignature(digest);
    return new BigInteger[] {signature[0], lowS(signature[1])};
  }

  /** Of the two s that verify, the one that Tempo takes. */
  static BigInteger lowS(BigInteger s) {
    return s.compareTo(HALF_ORDER) > 0 ? ORDER.subtract(s) : s;
  }

  static void checkRange(BigInteger r, BigInteger s) {
    if (r.signum() <= 0 || r.compareTo(ORDER) >= 0) {
      throw new InvalidSignatureException("r out of range");
    }
    if (s.signum() <= 0 || s.compareTo(HALF_ORDER) > 0) {
      throw new InvalidSignatureException("s out of range or in the upper half of the order");
    }
  }

  static boolean verifies(byte[] digest, BigInteger r, BigInteger s, P256PublicKey key) {
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, new ECPublicKeyParameters(point(key.x(), key.y()), DOMAIN));
    return verifier.verifySignature(digest, r, s);
  }
}
