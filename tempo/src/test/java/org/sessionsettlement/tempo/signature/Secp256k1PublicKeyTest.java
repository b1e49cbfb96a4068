package org.sessionsettlement.tempo.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Bytes;

class Secp256k1PublicKeyTest {
  private static final Secp256k1PrivateKey PRIVATE =
      Secp256k1PrivateKey.of(Bytes.fromHex("05".repeat(32)));
  private static final String HEX = PRIVATE.publicKey().toBytes().toString().substring(2);

  @Test
  void readsBothForms() {
    assertThat(Secp256k1PublicKey.fromBytes(Bytes.fromHex(HEX))).isEqualTo(PRIVATE.publicKey());
    assertThat(Secp256k1PublicKey.fromBytes(Bytes.fromHex("04" + HEX)))
        .isEqualTo(PRIVATE.publicKey());
    assertThat(PRIVATE.publicKey().address()).isEqualTo(PRIVATE.address());
  }

  @Test
  void refusesWhatIsNoPoint() {
    for (String hex :
        new String[] {
          "", HEX.substring(2), "05" + HEX, HEX + "00", "00".repeat(64), "ff".repeat(64)
        }) {
      assertThatExceptionOfType(InvalidSignatureException.class)
          .isThrownBy(() -> Secp256k1PublicKey.fromBytes(Bytes.fromHex(hex)));
    }
  }
}
