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
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/** The curve: deterministic signing (RFC 6979), recovery (SEC 1, 4.1.6). */
public final class Secp256k1 {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");

  /** The order of the group. */
  public static final BigInteger ORDER = CURVE.getN();

  static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

  private Secp256k1() {}

  /** The address of a private key. */
  public static Address addressOf(BigInteger privateKey) {
    return addressOf(timesGenerator(privateKey));
  }

  /** Signs; the same hash and key give the same signature. */
  public static Secp256k1Signature sign(Hash32 hash, BigInteger privateKey) {
    HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SHA256Digest());
    nonces.init(ORDER, privateKey, hash.toArray());
    while (true) {
      BigInteger k = nonces.nextK();
      ECPoint point = timesGenerator(k);
      BigInteger r = point.getAffineXCoord().toBigInteger();
      BigInteger s = solve(hash, privateKey, k, r);
      // An x above the order has no recovery id of 0 or 1; like a zero it takes 2^127 tries to
      // meet.
      if (r.compareTo(ORDER) < 0 && r.signum() != 0 && s.signum() != 0) {
        return lowS(r, s, parity(point));
      }
    }
  }

  static Address recover(Hash32 hash, Secp256k1Signature signature) {
    BigInteger inverse = BigIntegers.modOddInverse(ORDER, signature.r());
    BigInteger u1 = hash.toUnsigned().negate().multiply(inverse).mod(ORDER);
    BigInteger u2 = signature.s().multiply(inverse).mod(ORDER);
    ECPoint point = decompress(signature.r(), signature.yParity());
    ECPoint key = ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), u1, point, u2).normalize();
    if (key.isInfinity()) {
      throw new InvalidSignatureException("no key could have made this signature");
    }
    return addressOf(key);
  }

  private static BigInteger solve(Hash32 hash, BigInteger privateKey, BigInteger k, BigInteger r) {
    BigInteger sum = hash.toUnsigned().add(privateKey.multiply(r));
    return BigIntegers.modOddInverse(ORDER, k).multiply(sum).mod(ORDER);
  }

  private static Secp256k1Signature lowS(BigInteger r, BigInteger s, int parity) {
    return s.compareTo(HALF_ORDER) > 0
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
      throw new InvalidSignatureException("r is not the x of a point on the curve");
    }
  }

  private static ECPoint timesGenerator(BigInteger scalar) {
    return new FixedPointCombMultiplier().multiply(CURVE.getG(), scalar).normalize();
  }

  private static int parity(ECPoint point) {
    return point.getAffineYCoord().testBitZero() ? 1 : 0;
  }

  private static Address addressOf(ECPoint key) {
    byte[] encoded = key.getEncoded(false);
    return Address.lastTwentyOf(Keccak256.hash(Arrays.copyOfRange(encoded, 1, encoded.length)));
  }
}
