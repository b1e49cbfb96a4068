package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** The curve in pure Java, where there is no native library: some ARM boards, some BSDs. */
final class BouncyCastleCurve implements Secp256k1Curve {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
  private static final BigInteger ORDER = CURVE.getN();

  @Override
  public byte[] publicKey(byte[] privateKey) {
    return coordinates(timesGenerator(new BigInteger(1, privateKey)));
  }

  @Override
  public Secp256k1Signature sign(byte[] hash, byte[] privateKey, byte[] publicKey) {
    BigInteger key = new BigInteger(1, privateKey);
    HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SHA256Digest());
    nonces.init(ORDER, key, hash);
    while (true) {
      BigInteger k = nonces.nextK();
      ECPoint point = timesGenerator(k);
      BigInteger r = point.getAffineXCoord().toBigInteger();
      BigInteger s = solve(new BigInteger(1, hash), key, k, r);
      // An x above the order has no recovery id of 0 or 1; like a zero it takes 2^127 tries to
      // meet.
      if (r.compareTo(ORDER) < 0 && r.signum() != 0 && s.signum() != 0) {
        return lowS(r, s, parity(point));
      }
    }
  }

  @Override
  public byte[] recover(byte[] hash, Secp256k1Signature signature) {
    BigInteger inverse = BigIntegers.modOddInverse(ORDER, signature.r());
    BigInteger u1 = new BigInteger(1, hash).negate().multiply(inverse).mod(ORDER);
    BigInteger u2 = signature.s().multiply(inverse).mod(ORDER);
    ECPoint point = decompress(signature.r(), signature.yParity());
    ECPoint key = ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), u1, point, u2).normalize();
    if (key.isInfinity()) {
      throw new InvalidSignatureException("no key could have made this signature");
    }
    return coordinates(key);
  }

  private static BigInteger solve(BigInteger hash, BigInteger key, BigInteger k, BigInteger r) {
    return BigIntegers.modOddInverse(ORDER, k).multiply(hash.add(key.multiply(r))).mod(ORDER);
  }

  private static Secp256k1Signature lowS(BigInteger r, BigInteger s, int parity) {
    return s.compareTo(Secp256k1Signature.HALF_ORDER) > 0
        ? new Secp256k1Signature(r, ORDER.subtract(s), 1 - parity)
        : new Secp256k1Signature(r, s, parity);
  }

  private static ECPoint decompress(BigInteger x, int parity) {
    byte[] encoded = new byte[33];
    encoded[0] = (byte) (2 + parity);
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, x), 0, encoded, 1, 32);
    try {
      return CURVE.getCurve().decodePoint(encoded);
    } catch (IllegalArgumentException notOnTheCurve) {
      throw new InvalidSignatureException("no key could have made this signature");
    }
  }

  static void checkPoint(BigInteger x, BigInteger y) {
    try {
      CURVE.getCurve().validatePoint(x, y);
    } catch (IllegalArgumentException notOnTheCurve) {
      throw new InvalidSignatureException("a public key that is not on the curve secp256k1");
    }
  }

  private static ECPoint timesGenerator(BigInteger scalar) {
    return new FixedPointCombMultiplier().multiply(CURVE.getG(), scalar).normalize();
  }

  private static int parity(ECPoint point) {
    return point.getAffineYCoord().testBitZero() ? 1 : 0;
  }

  private static byte[] coordinates(ECPoint point) {
    byte[] encoded = point.getEncoded(false);
    return Arrays.copyOfRange(encoded, 1, encoded.length);
  }
}
