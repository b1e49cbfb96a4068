package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.app.TestService.GUEST;
import static org.sessionsettlement.controlplane.app.TestService.HOST;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.app.TestService.Answer;
import org.sessionsettlement.controlplane.db.TestDatabase;
import tools.jackson.databind.JsonNode;

class RateLimitHttpTest {
  private static final int MANY = 1_000;

  @Test
  void limitsAnAddressOnTheSignInRoutesAndLetsItInAgain() {
    try (var service = start(new ServiceConfig.Limits(4, MANY, MANY, MANY, MANY, MANY, MANY))) {
      limitsToFour(service, () -> service.post("/auth/nonce", "{}"), 200);
      assertThat(service.post("/auth/verify", "{}").status()).isEqualTo(429);
      assertThat(service.refresh("x").status()).isEqualTo(429);
      assertThat(service.get("/bookings/1").status()).isNotEqualTo(429);
    }
  }

  @Test
  void takesNoForwardedAddressForTheClients() {
    try (var service = start(new ServiceConfig.Limits(1, MANY, MANY, MANY, MANY, MANY, MANY))) {
      assertThat(service.post("/auth/nonce", "{}").status()).isEqualTo(200);
      var disguised =
          HttpRequest.newBuilder(service.uri("/auth/nonce"))
              .header("X-Forwarded-For", "192.0.2.1")
              .header("Forwarded", "for=192.0.2.1")
              .POST(BodyPublishers.noBody());
      assertThat(service.send(disguised).problem()).isEqualTo("429 rate_limited");
    }
  }

  @Test
  void limitsAWalletOnSignInAndSparesTheOthers() {
    try (var service = start(new ServiceConfig.Limits(MANY, 4, MANY, MANY, MANY, MANY, MANY))) {
      Supplier<Answer> signIn = () -> service.verify(HOST, service.message(HOST, nonce(service)));
      limitsToFour(service, signIn, 200);
      assertThat(service.signIn(GUEST)).isNotEmpty();
    }
  }

  @Test
  void countsNoForgeryAgainstTheWalletThatItNames() {
    try (var service = start(new ServiceConfig.Limits(MANY, 1, MANY, MANY, MANY, MANY, MANY))) {
      for (int i = 0; i < 5; i++) {
        assertThat(service.verify(GUEST, service.message(HOST, nonce(service))).problem())
            .isEqualTo("401 bad_signature");
      }
      assertThat(service.signIn(HOST)).isNotEmpty();
    }
  }

  @Test
  void limitsAWalletOnRefreshAndKeepsItsToken() {
    try (var service = start(new ServiceConfig.Limits(MANY, 1, MANY, MANY, MANY, MANY, MANY))) {
      String token = service.signedIn(HOST).path("refresh_token").asString();
      assertThat(service.refresh(token).problem()).isEqualTo("429 rate_limited");
      service.clock.advance(Duration.ofMinutes(1));
      assertThat(service.refresh(token).status()).isEqualTo(200);
    }
  }

  @Test
  void limitsAnAddressOnJoin() {
    try (var service = start(new ServiceConfig.Limits(MANY, MANY, 4, MANY, MANY, MANY, MANY))) {
      limitsToFour(service, () -> service.post("/session/join", "{}"), 401);
    }
  }

  @Test
  void limitsAWalletOnJoinAndSparesTheOther() {
    try (var service = start(new ServiceConfig.Limits(MANY, MANY, MANY, 4, MANY, MANY, MANY))) {
      String host = service.signIn(HOST);
      String guest = service.signIn(GUEST);
      limitsToFour(service, () -> join(service, host), 404);
      assertThat(join(service, guest).status()).isEqualTo(404);
    }
  }

  /** Four are let in, the fifth waits a quarter of a minute. */
  private static void limitsToFour(TestService service, Supplier<Answer> request, int status) {
    for (int i = 0; i < 4; i++) {
      assertThat(request.get().status()).as("request %s", i).isEqualTo(status);
    }
    var refused = request.get();
    assertThat(refused.problem()).isEqualTo("429 rate_limited");
    assertThat(refused.response().headers().firstValue("retry-after")).contains("15");
    service.clock.advance(Duration.ofSeconds(15));
    assertThat(request.get().status()).isEqualTo(status);
    assertThat(request.get().status()).isEqualTo(429);
  }

  private static Answer join(TestService service, String token) {
    return service.post("/session/join", "{\"booking_id\":1}", token);
  }

  private static JsonNode nonce(TestService service) {
    return service.post("/auth/nonce", "{}").json();
  }

  private static TestService start(ServiceConfig.Limits limits) {
    return TestService.start(TestDatabase.freshSchema(RateLimitHttpTest.class), limits);
  }
}
