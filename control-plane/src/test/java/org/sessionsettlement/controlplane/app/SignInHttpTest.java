package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.app.TestService.GUEST;
import static org.sessionsettlement.controlplane.app.TestService.HOST;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.auth.AccessTokens;
import org.sessionsettlement.controlplane.auth.Lifetimes;
import org.sessionsettlement.controlplane.auth.SigningKeys;

class SignInHttpTest {
  private static final TestService SERVICE = TestService.start(SignInHttpTest.class);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void tradesASignedMessageForATokenOfTenMinutes() {
    var answer = SERVICE.verify(HOST, freshMessage());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("wallet").asString()).isEqualTo(HOST.address().toString());
    assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");
    assertThat(answer.json().path("expires_at_ms").asLong())
        .isEqualTo(SERVICE.clock.millis() + Duration.ofMinutes(10).toMillis());
    assertThat(answer.json().path("expires_in_ms").asLong()).isEqualTo(600_000);
  }

  @Test
  void saysWhatToSign() {
    var nonce = SERVICE.post("/auth/nonce", "{}").json();
    int port = SERVICE.uri("/").getPort();
    assertThat(nonce.path("domain").asString()).isEqualTo("localhost:" + port);
    assertThat(nonce.path("uri").asString()).isEqualTo("http://localhost:" + port);
    assertThat(nonce.path("chain_id").asLong()).isEqualTo(TestService.CHAIN_ID);
    assertThat(nonce.path("version").asString()).isEqualTo("1");
  }

  @Test
  void refusesAReplay() {
    String message = freshMessage();
    assertThat(SERVICE.verify(HOST, message).status()).isEqualTo(200);
    assertThat(SERVICE.verify(HOST, message).problem()).isEqualTo("401 nonce_unknown");
  }

  @Test
  void refusesAForgedSignatureAndKeepsTheNonceForItsOwner() {
    String message = freshMessage();
    assertThat(SERVICE.verify(GUEST, message).problem()).isEqualTo("401 bad_signature");
    assertThat(SERVICE.verify(HOST, message).status()).isEqualTo(200);
  }

  @Test
  void refusesANonceThatExpired() {
    String message = freshMessage();
    SERVICE.clock.advance(Duration.ofMinutes(5));
    assertThat(SERVICE.verify(HOST, message).problem()).isEqualTo("401 nonce_unknown");
  }

  @Test
  void refusesAMessageForAnotherSiteChainOrTime() {
    String message = freshMessage();
    assertThat(problem(message.replace("localhost:", "localhost.example.org:")))
        .isEqualTo("401 wrong_domain");
    assertThat(problem(message.replace("Chain ID: 31337", "Chain ID: 1")))
        .isEqualTo("401 wrong_chain");
    assertThat(problem(message + "\nExpiration Time: 2020-01-01T00:00:00Z"))
        .isEqualTo("401 message_expired");
    assertThat(problem(message + "\nNot Before: 2030-01-01T00:00:00Z"))
        .isEqualTo("401 message_expired");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"message\":\"sign me in\",\"signature\":\"0x00\"}",
        "{\"message\":\"\"}",
        "{\"message\":null,\"signature\":null}"
      })
  void refusesWhatIsNoMessage(String body) {
    assertThat(SERVICE.post("/auth/verify", body).problem()).isEqualTo("400 malformed_message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "0xzz", "0x00", "none"})
  void refusesWhatIsNoSignature(String signature) {
    String body =
        "{\"message\":\"%s\",\"signature\":\"%s\"}"
            .formatted(freshMessage().replace("\n", "\\n"), signature);
    assertThat(SERVICE.post("/auth/verify", body).problem()).isEqualTo("401 bad_signature");
  }

  @Test
  void refusesAMessageOrASignatureOfAnyLengthBeyondItsOwn() {
    String longMessage = freshMessage() + "\nResources:" + "\n- https://example.org".repeat(300);
    assertThat(problem(longMessage)).isEqualTo("400 malformed_message");
    String body =
        "{\"message\":\"%s\",\"signature\":\"0x%s\"}"
            .formatted(freshMessage().replace("\n", "\\n"), "00".repeat(20_000));
    assertThat(SERVICE.post("/auth/verify", body).problem()).isEqualTo("401 bad_signature");
  }

  @Test
  void refusesAMissingForeignUnsignedOrExpiredToken() {
    assertThat(join("x").problem()).isEqualTo("401 token_invalid");
    assertThat(SERVICE.post("/session/join", "{}").problem()).isEqualTo("401 token_missing");
    assertThat(join("eyJhbGciOiJub25lIn0.e30.").problem()).isEqualTo("401 token_invalid");
    var foreign = tokens("f".repeat(32), SERVICE.clock).issue(HOST.address());
    assertThat(join(foreign.text()).problem()).isEqualTo("401 token_invalid");
    var past = new SettableClock(SERVICE.clock.millis() - Duration.ofMinutes(11).toMillis());
    var expired = tokens(TestService.JWT_SECRET, past).issue(HOST.address());
    assertThat(join(expired.text()).problem()).isEqualTo("401 token_expired");
  }

  private static TestService.Answer join(String token) {
    return SERVICE.post("/session/join", "{\"booking_id\":1}", token);
  }

  private static AccessTokens tokens(String secret, InstantSource clock) {
    return new AccessTokens(new SigningKeys(List.of(secret)), Lifetimes.USUAL, clock);
  }

  private static String problem(String message) {
    return SERVICE.verify(HOST, message).problem();
  }

  private static String freshMessage() {
    return SERVICE.message(HOST, SERVICE.post("/auth/nonce", "{}").json());
  }
}
