package org.sessionsettlement.tempo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.signature.InvalidSignatureException;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;

class Secp256k1AccountTest {
  private static final String KEY =
      "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
  private static final Secp256k1Account ACCOUNT = Secp256k1Account.fromPrivateKey(KEY);
  private static final BigInteger ORDER =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
  private static final long SEED = 20_261_124L;

  @Test
  void knowsItsAddress() {
    assertThat(ACCOUNT.address()).hasToString("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
  }

  /**
   * The well-known RFC 6979 vector for secp256k1 with SHA-256: key 1, message "Satoshi Nakamoto".
   */
  @Test
  void signsByRfc6979() throws Exception {
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest("Satoshi Nakamoto".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    Secp256k1Signature signature =
        Secp256k1Account.fromPrivateKey("0".repeat(63) + "1").sign(Hash32.of(digest));
    assertThat(signature.toBytes().toString())
        .startsWith(
            "0x934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8"
                + "2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5");
  }

  @Test
  void everySignatureIsLowAndRecoversToItsSigner() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      Hash32 hash = randomHash(random);
      Secp256k1Signature signature = ACCOUNT.sign(hash);
      assertThat(signature.recover(hash))
          .as("seed %s, round %s", SEED, i)
          .isEqualTo(ACCOUNT.address());
      assertThat(signature.s()).isLessThanOrEqualTo(ORDER.shiftRight(1));
      assertThat(Secp256k1Signature.fromBytes(signature.toBytes())).isEqualTo(signature);
    }
  }

  @Test
  void keysOfOneAndOfTheOrderLessOneWork() {
    for (BigInteger key : new BigInteger[] {BigInteger.ONE, ORDER.subtract(BigInteger.ONE)}) {
      Secp256k1Account account = Secp256k1Account.fromPrivateKey(String.format("%064x", key));
      assertThat(account.sign(Hash32.ZERO).recover(Hash32.ZERO)).isEqualTo(account.address());
    }
  }

  @Test
  void refusesWhatIsNoKeyWithoutRepeatingIt() {
    for (String bad : new String[] {"", "0x12", "0".repeat(64), ORDER.toString(16), KEY + "00"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Secp256k1Account.fromPrivateKey(bad))
          .withMessageNotContaining("ac0974");
    }
  }

  @Test
  void neverShowsItsKey() {
    assertThat(ACCOUNT.toString()).contains("0xf39F").doesNotContainIgnoringCase("ac0974");
  }

  @Test
  void refusesSignaturesThatAreNotCanonical() {
    byte[] good = ACCOUNT.sign(Hash32.ZERO).toBytes().toArray();
    refused(java.util.Arrays.copyOf(good, 64), "65 bytes");
    refused(with(good, 64, (byte) 0), "27 or 28");
    refused(with(good, 64, (byte) 29), "27 or 28");
    refused(withHighS(good), "s out of range");
    refused(withR(good, BigInteger.ZERO), "r out of range");
    refused(withR(good, ORDER), "r out of range");
  }

  @Test
  void refusesAnRThatIsNoPoint() {
    // 5 is not the x of a point: 5^3 + 7 has no square root in the field.
    Secp256k1Signature signature =
        Secp256k1Signature.fromBytes(
            Bytes.of(withR(ACCOUNT.sign(Hash32.ZERO).toBytes().toArray(), BigInteger.valueOf(5))));
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> signature.recover(Hash32.ZERO))
        .withMessageContaining("no key");
  }

  private static void refused(byte[] bytes, String because) {
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> Secp256k1Signature.fromBytes(Bytes.of(bytes)))
        .withMessageContaining(because);
  }

  private static byte[] with(byte[] bytes, int at, byte value) {
    byte[] copy = bytes.clone();
    copy[at] = value;
    return copy;
  }

  private static byte[] withR(byte[] bytes, BigInteger r) {
    byte[] copy = bytes.clone();
    System.arraycopy(AbiWords.uint(r), 0, copy, 0, 32);
    return copy;
  }

  private static byte[] withHighS(byte[] bytes) {
    byte[] copy = bytes.clone();
    BigInteger s = new BigInteger(1, bytes, 32, 32);
    System.arraycopy(AbiWords.uint(ORDER.subtract(s)), 0, copy, 32, 32);
    return copy;
  }

  private static Hash32 randomHash(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Hash32.of(bytes);
  }
}
