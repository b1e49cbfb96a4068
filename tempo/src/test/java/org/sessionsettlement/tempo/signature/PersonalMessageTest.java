package org.sessionsettlement.tempo.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.Secp256k1Account;

class PersonalMessageTest {
  private static final Secp256k1Account ACCOUNT =
      Secp256k1Account.fromPrivateKey(
          "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");

  /** By cast 1.7.1: {@code cast hash-message}, {@code cast wallet sign}. */
  @Test
  void hashesAndSignsAsCastDoes() {
    assertThat(PersonalMessage.hash("hello world"))
        .hasToString("0xd9eba16ed0ecae432b71fe008c98cc872bb4cc214d3220a36f365326cf807d68");
    assertThat(ACCOUNT.signPersonalMessage("hello world").toBytes().toString())
        .isEqualTo(
            "0xa461f509887bd19e312c0c58467ce8ff8e300d3c1a90b608a760c5b80318eaf15fe57c96f9175d6cd4daad4663763baa7e78836e067d0163e9a2ccf2ff753f5b1b");
  }

  @Test
  void countsBytesAndNotCharacters() {
    assertThat(PersonalMessage.hash("grüß dich, 世界"))
        .hasToString("0x2066b58a9c71df30bb0fe79edf18acc47e84d0ce1c7dc15f0b4242f49053400b");
  }

  @Test
  void recoversTheSigner() {
    Bytes signature = ACCOUNT.signPersonalMessage("sign in").toBytes();
    assertThat(PersonalMessage.recover("sign in", signature)).isEqualTo(ACCOUNT.address());
  }

  @Test
  void anotherTextIsSignedByAnotherAccount() {
    Bytes signature = ACCOUNT.signPersonalMessage("sign in").toBytes();
    assertThat(PersonalMessage.recover("sign in!", signature)).isNotEqualTo(ACCOUNT.address());
  }

  @Test
  void refusesBytesThatAreNoSignature() {
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> PersonalMessage.recover("sign in", Bytes.of(new byte[65])));
  }
}
