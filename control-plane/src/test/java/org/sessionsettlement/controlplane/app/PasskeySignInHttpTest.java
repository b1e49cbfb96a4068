package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.P256Account;
import org.sessionsettlement.tempo.account.WebAuthnAccount;
import org.sessionsettlement.tempo.signature.P256PrivateKey;
import org.sessionsettlement.tempo.testing.SoftwareAuthenticator;

class PasskeySignInHttpTest {
  private static final TestService SERVICE = TestService.start(PasskeySignInHttpTest.class);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  /** Two accounts of a kind: who signs in, and somebody else. */
  record Pair(String kind, Account account, Account other) {
    @Override
    public String toString() {
      return kind;
    }
  }

  static Pair[] kinds() {
    return new Pair[] {
      new Pair("P256", P256Account.of(key("11")), P256Account.of(key("22"))),
      new Pair("WebAuthn", passkey("33"), passkey("44"))
    };
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void signsInRefreshesAndIsTaken(Pair pair) {
    var tokens = SERVICE.signedIn(pair.account());
    assertThat(tokens.path("wallet").asString()).isEqualTo(pair.account().address().toString());
    var next = SERVICE.refresh(tokens.path("refresh_token").asString()).json();
    String token = next.path("access_token").asString();
    assertThat(SERVICE.post("/session/join", "{\"booking_id\":404}", token).problem())
        .isEqualTo("404 booking_not_found");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesAnothersSignatureAndAReplay(Pair pair) {
    String message = SERVICE.message(pair.account(), SERVICE.post("/auth/nonce", "{}").json());
    assertThat(SERVICE.verify(pair.other(), message).problem()).isEqualTo("401 bad_signature");
    assertThat(SERVICE.verify(pair.account(), message).status()).isEqualTo(200);
    assertThat(SERVICE.verify(pair.account(), message).problem()).isEqualTo("401 nonce_unknown");
  }

  private static P256PrivateKey key(String digits) {
    return P256PrivateKey.of(Bytes.fromHex("0x" + digits.repeat(32)));
  }

  private static WebAuthnAccount passkey(String digits) {
    return new WebAuthnAccount(
        new SoftwareAuthenticator(key(digits), "localhost", "http://localhost"));
  }
}
