package org.sessionsettlement.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.account.Secp256k1Account;

class SignInTest {
  private static final long MINUTE_MS = 60_000;

  private final FakeService service = new FakeService();
  private final AtomicLong nowMs = new AtomicLong(1_800_000_000_000L);
  private final ServiceAddress address = ServiceAddress.of("http://localhost:8080", 31_337);
  private final Exchange exchange =
      new Exchange(address.baseUrl(), service, new RetryPolicy(2, 0, 0, millis -> {}));
  private final SignIn signIn =
      new SignIn(
          address, exchange, Secp256k1Account.fromPrivateKey("0x" + "11".repeat(32)), nowMs::get);

  @Test
  void keepsItsTokenUntilTheLastTenthOfItsLife() {
    service.thenSignIn("t1").then(200, "{}").then(200, "{}");
    assertThat(ask()).isEqualTo(new ApiResult.Ok<>("t1"));
    nowMs.addAndGet(9 * MINUTE_MS - 1);
    assertThat(ask()).isEqualTo(new ApiResult.Ok<>("t1"));
  }

  @Test
  void refreshesBeforeTheTokenEnds() {
    service.thenSignIn("t1").then(200, "{}").thenTokens("t2").then(200, "{}");
    ask();
    nowMs.addAndGet(9 * MINUTE_MS);
    assertThat(ask()).isEqualTo(new ApiResult.Ok<>("t2"));
    assertThat(service.requests.get(3).json()).contains("{\"refresh_token\":\"refresh-t1\"}");
  }

  @Test
  void refreshesOnceWhenTheTokenIsRefused() {
    service.thenSignIn("t1").thenProblem(401, "token_expired").thenTokens("t2").then(200, "{}");
    assertThat(ask()).isEqualTo(new ApiResult.Ok<>("t2"));
    assertThat(service.paths())
        .containsExactly("/auth/nonce", "/auth/verify", "/ask", "/auth/refresh", "/ask");
  }

  @Test
  void usesTheNewestRefreshTokenEachTime() {
    service.thenSignIn("t1").then(200, "{}").thenTokens("t2").then(200, "{}");
    service.thenTokens("t3").then(200, "{}");
    ask();
    nowMs.addAndGet(9 * MINUTE_MS);
    ask();
    nowMs.addAndGet(9 * MINUTE_MS);
    assertThat(ask()).isEqualTo(new ApiResult.Ok<>("t3"));
    assertThat(service.requests.get(5).json()).contains("{\"refresh_token\":\"refresh-t2\"}");
  }

  @Test
  void signsInAgainWhenTheRefreshIsRefused() {
    service
        .thenSignIn("t1")
        .thenProblem(401, "token_expired")
        .thenProblem(401, "refresh_expired")
        .thenSignIn("t2")
        .then(200, "{}");
    assertThat(ask()).isEqualTo(new ApiResult.Ok<>("t2"));
  }

  @Test
  void asksAgainForARefreshWhoseAnswerWasLost() {
    service.thenSignIn("t1").thenProblem(401, "token_expired").thenSilence();
    service.thenTokens("t2").then(200, "{}");
    assertThat(ask()).isEqualTo(new ApiResult.Ok<>("t2"));
  }

  @Test
  void usesTheTokenThereIsWhileARefreshInAdvanceFails() {
    service.thenSignIn("t1").then(200, "{}").thenProblem(429, "rate_limited").then(200, "{}");
    ask();
    nowMs.addAndGet(9 * MINUTE_MS);
    assertThat(ask()).isEqualTo(new ApiResult.Ok<>("t1"));
  }

  @Test
  void doesNotSignInForEverWhenEveryTokenIsRefused() {
    service
        .thenSignIn("t1")
        .thenProblem(401, "token_invalid")
        .thenProblem(401, "refresh_invalid")
        .thenSignIn("t2")
        .thenProblem(401, "token_invalid");
    assertThat(ask()).isEqualTo(new ApiResult.Refused<>(401, "token_invalid", "said the service"));
  }

  @Test
  void forgetsItsTokensWhenSignedOut() {
    service.thenSignIn("t1").then(200, "{}").then(200, "{\"ok\":true}");
    service.thenSignIn("t2").then(200, "{}");
    ask();
    assertThat(signIn.signOut()).isEqualTo(new ApiResult.Ok<>(true));
    assertThat(service.last().json()).contains("{\"refresh_token\":\"refresh-t1\"}");
    assertThat(ask()).isEqualTo(new ApiResult.Ok<>("t2"));
  }

  /** Asks for something; the token that was taken. */
  private ApiResult<String> ask() {
    return signIn.withToken(
        token -> exchange.get("/ask", token, response -> token).map(Optional::orElseThrow));
  }
}
