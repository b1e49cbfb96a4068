package org.sessionsettlement.tempo.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.AbiWords;

/** libsecp256k1 and BouncyCastle give the same answers. */
class CurvesAgreeTest {
  private static final long SEED = 20_261_125L;
  private static final int ROUNDS = 500;
  private static final Secp256k1Curve NATIVE = new NativeCurve();
  private static final Secp256k1Curve JAVA = new BouncyCastleCurve();

  @Test
  void theNativeOneServesHere() {
    assertThat(Secp256k1Curves.CURVE).isInstanceOf(NativeCurve.class);
  }

  @Test
  void onKeysSignaturesAndRecovery() {
    Random random = new Random(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] key = scalar(random);
      byte[] hash = bytes(random);
      String where = "seed %d, round %d".formatted(SEED, i);
      byte[] publicKey = NATIVE.publicKey(key);
      assertThat(JAVA.publicKey(key)).as(where).isEqualTo(publicKey);
      Secp256k1Signature signature = NATIVE.sign(hash, key, publicKey);
      assertThat(JAVA.sign(hash, key, publicKey)).as(where).isEqualTo(signature);
      assertThat(NATIVE.recover(hash, signature)).as(where).isEqualTo(publicKey);
      assertThat(JAVA.recover(hash, signature)).as(where).isEqualTo(publicKey);
    }
  }

  /** Signatures that nobody made: both recover the same key, or both say that there is none. */
  @Test
  void onSignaturesOutOfTheAir() {
    Random random = new Random(SEED);
    int none = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Secp256k1Signature signature = outOfTheAir(random);
      byte[] hash = bytes(random);
      String where = "seed %d, round %d".formatted(SEED, i);
      byte[] expected = recovered(NATIVE, hash, signature);
      assertThat(recovered(JAVA, hash, signature)).as(where).isEqualTo(expected);
      none += expected.length == 0 ? 1 : 0;
    }
    // Half of all x are on the curve.
    assertThat(none).isBetween(ROUNDS / 3, 2 * ROUNDS / 3);
  }

  @Test
  void onTheEndsOfTheRange() {
    byte[] zero = new byte[32];
    byte[] ones = AbiWords.uint(BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE));
    for (BigInteger key :
        new BigInteger[] {BigInteger.ONE, Secp256k1Signature.ORDER.subtract(BigInteger.ONE)}) {
      byte[] secret = AbiWords.uint(key);
      byte[] publicKey = NATIVE.publicKey(secret);
      assertThat(JAVA.publicKey(secret)).isEqualTo(publicKey);
      for (byte[] hash : new byte[][] {zero, ones}) {
        Secp256k1Signature signature = NATIVE.sign(hash, secret, publicKey);
        assertThat(JAVA.sign(hash, secret, publicKey)).isEqualTo(signature);
        assertThat(JAVA.recover(hash, signature)).isEqualTo(publicKey);
      }
    }
  }

  /** u1 * G + u2 * R is the point at infinity: R = G, s = hash. */
  @Test
  void onASignatureOfThePointAtInfinity() {
    BigInteger generatorX =
        new BigInteger("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", 16);
    byte[] hash = AbiWords.uint(BigInteger.valueOf(7));
    Secp256k1Signature signature = new Secp256k1Signature(generatorX, BigInteger.valueOf(7), 0);
    for (Secp256k1Curve curve : new Secp256k1Curve[] {NATIVE, JAVA}) {
      assertThatExceptionOfType(InvalidSignatureException.class)
          .isThrownBy(() -> curve.recover(hash, signature))
          .withMessageContaining("no key");
    }
  }

  private static byte[] recovered(Secp256k1Curve curve, byte[] hash, Secp256k1Signature signature) {
    try {
      return curve.recover(hash, signature);
    } catch (InvalidSignatureException none) {
      return new byte[0];
    }
  }

  private static Secp256k1Signature outOfTheAir(Random random) {
    BigInteger r = new BigInteger(1, scalar(random));
    BigInteger s = new BigInteger(255, random).max(BigInteger.ONE);
    return new Secp256k1Signature(r, s.min(Secp256k1Signature.HALF_ORDER), random.nextInt(2));
  }

  private static byte[] scalar(Random random) {
    byte[] bytes = bytes(random);
    // Below the order, and not zero.
    bytes[0] = 1;
    return bytes;
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }
}
