package org.sessionsettlement.tempo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.signature.InvalidSignatureException;
import org.sessionsettlement.tempo.signature.P256PrivateKey;
import org.sessionsettlement.tempo.signature.P256PublicKey;
import org.sessionsettlement.tempo.signature.P256Signature;
import org.sessionsettlement.tempo.testing.SoftwareAuthenticator;

class KeyAccountsTest {
  private static final Bytes MESSAGE = Bytes.fromHex("0x1234");
  private static final Hash32 HASH = Keccak256.hash(MESSAGE);
  private static final P256PrivateKey KEY = P256PrivateKey.of(Bytes.fromHex("07".repeat(32)));
  private static final SoftwareAuthenticator PASSKEY =
      new SoftwareAuthenticator(KEY, "example.com", "https://example.com");

  /** Java's provider gives any s; an account always the lower one. */
  @Test
  void aKeyKeptElsewhereSignsTheSha256OfTheHash() {
    P256Account account = P256Account.of(new JcaP256Key());
    for (int i = 0; i < 20; i++) {
      P256Signature signature = account.sign(MESSAGE);
      assertThat(signature.prehash()).isTrue();
      assertThat(signature.recover(HASH)).isEqualTo(account.address());
    }
  }

  @Test
  void aKeyInMemorySignsTheHashItself() {
    P256Signature signature = P256Account.of(KEY).sign(MESSAGE);
    assertThat(signature.prehash()).isFalse();
    assertThat(signature).isEqualTo(P256Account.of(KEY).sign(MESSAGE));
  }

  @Test
  void aKeeperThatAnswersNoDerIsFoundOut() {
    P256Account account = P256Account.of(answering(Bytes.fromHex("1234")));
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> account.sign(MESSAGE))
        .withMessageContaining("DER");
  }

  @Test
  void aPasskeyThatSignsSomethingElseIsFoundOut() {
    WebAuthnAccount account = new WebAuthnAccount(withChallenge(Hash32.ZERO, PASSKEY));
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> account.sign(MESSAGE))
        .withMessageContaining("another challenge");
  }

  @Test
  void anotherPasskeysAnswerIsFoundOut() {
    P256PublicKey other = P256PrivateKey.of(Bytes.fromHex("08".repeat(32))).publicKey();
    WebAuthnAccount account = new WebAuthnAccount(claiming(other, PASSKEY));
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> account.sign(MESSAGE))
        .withMessageContaining("did not sign");
  }

  @Test
  void noneShowsItsKey() {
    String secret = "07".repeat(32);
    assertThat(P256Account.of(KEY)).asString().contains("0x").doesNotContain(secret);
    assertThat(new WebAuthnAccount(PASSKEY)).asString().contains("0x").doesNotContain(secret);
    assertThat(KEY).asString().doesNotContain(secret);
    assertThat(new AccessKeyAccount(org.sessionsettlement.tempo.Address.ZERO, P256Account.of(KEY)))
        .asString()
        .contains("for 0x0000")
        .doesNotContain(secret);
  }

  private static P256Key answering(Bytes der) {
    return new P256Key() {
      @Override
      public P256PublicKey publicKey() {
        return KEY.publicKey();
      }

      @Override
      public Bytes signSha256(Bytes data) {
        return der;
      }
    };
  }

  private static WebAuthnAuthenticator withChallenge(Hash32 other, WebAuthnAuthenticator passkey) {
    return new WebAuthnAuthenticator() {
      @Override
      public P256PublicKey publicKey() {
        return passkey.publicKey();
      }

      @Override
      public Assertion get(Hash32 challenge) {
        return passkey.get(other);
      }
    };
  }

  private static WebAuthnAuthenticator claiming(P256PublicKey key, WebAuthnAuthenticator passkey) {
    return new WebAuthnAuthenticator() {
      @Override
      public P256PublicKey publicKey() {
        return key;
      }

      @Override
      public Assertion get(Hash32 challenge) {
        return passkey.get(challenge);
      }
    };
  }
}
