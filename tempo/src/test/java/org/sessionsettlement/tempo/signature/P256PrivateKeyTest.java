package org.sessionsettlement.tempo.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

class P256PrivateKeyTest {
  private static final String ORDER =
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

  /** RFC 6979, A.2.5: P-256 with SHA-256, message "sample"; its s is the higher one. */
  @Test
  void signsByRfc6979() {
    P256PrivateKey key =
        P256PrivateKey.of(
            Bytes.fromHex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"));
    byte[] digest = Sha256.hash("sample".getBytes(StandardCharsets.US_ASCII));
    P256Signature signature = key.sign(Hash32.of(digest));
    assertThat(key.publicKey().x().toString(16))
        .isEqualTo("60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
    assertThat(signature.r().toString(16))
        .isEqualTo("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716");
    BigInteger s =
        new BigInteger("f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8", 16);
    assertThat(signature.s()).isEqualTo(new BigInteger(ORDER, 16).subtract(s));
  }

  @Test
  void refusesWhatIsNoKeyWithoutRepeatingIt() {
    for (String bad : new String[] {"", "12", "00".repeat(32), ORDER, "07".repeat(33)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> P256PrivateKey.of(Bytes.fromHex(bad)))
          .withMessageNotContaining("0707");
    }
  }

  @Test
  void makesNewKeys() {
    SecureRandom random = new SecureRandom();
    P256PrivateKey key = P256PrivateKey.generate(random);
    assertThat(key.sign(Hash32.ZERO).recover(Hash32.ZERO)).isEqualTo(key.publicKey().address());
    assertThat(P256PrivateKey.generate(random).publicKey()).isNotEqualTo(key.publicKey());
    assertThat(key).hasToString("P256PrivateKey[of " + key.publicKey().address() + "]");
  }
}
