package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.db.TestDatabase;

/** How often operators, and those who would like to be, are let in. */
class OperatorLimitsHttpTest {
  private static final int MANY = 1_000;

  @Test
  void refusesAnAddressThatGuessedTooOftenEvenTheRightToken() {
    try (var service = start(MANY, 3)) {
      for (int i = 0; i < 3; i++) {
        assertThat(due(service, "guess-" + i)).isEqualTo("401 service_token_invalid");
      }
      assertThat(due(service, "guess-3")).isEqualTo("429 rate_limited");
      assertThat(due(service, TestService.SERVICE_TOKEN)).isEqualTo("429 rate_limited");
      service.clock.advance(Duration.ofSeconds(20));
      assertThat(due(service, TestService.SERVICE_TOKEN)).startsWith("200");
    }
  }

  @Test
  void countsNoRightTokenAsAGuess() {
    try (var service = start(MANY, 1)) {
      for (int i = 0; i < 5; i++) {
        assertThat(due(service, TestService.SERVICE_TOKEN)).startsWith("200");
      }
    }
  }

  @Test
  void countsGuessesOnEveryRouteThatTakesTheToken() {
    try (var service = start(MANY, 2)) {
      assertThat(send(service, "/session/1/attest", "guess")).startsWith("401");
      assertThat(send(service, "/operator/sweep", "guess")).startsWith("401");
      assertThat(send(service, "/session/1/attest", "guess")).startsWith("429");
    }
  }

  @Test
  void limitsAnAddressOnTheOperatorsRoutesAndLeavesTheOthersAlone() {
    try (var service = start(4, MANY)) {
      for (int i = 0; i < 4; i++) {
        assertThat(due(service, TestService.SERVICE_TOKEN)).startsWith("200");
      }
      assertThat(due(service, TestService.SERVICE_TOKEN)).isEqualTo("429 rate_limited");
      assertThat(service.get("/operator/due").status()).isEqualTo(429);
      assertThat(send(service, "/session/1/attest", TestService.SERVICE_TOKEN)).startsWith("429");
      assertThat(service.post("/auth/nonce", "{}").status()).isEqualTo(200);
    }
  }

  private static String due(TestService service, String token) {
    return service
        .send(
            HttpRequest.newBuilder(service.uri("/operator/due"))
                .header("x-service-token", token)
                .GET())
        .problem();
  }

  private static String send(TestService service, String path, String token) {
    return service
        .send(
            HttpRequest.newBuilder(service.uri(path))
                .header("x-service-token", token)
                .POST(BodyPublishers.noBody()))
        .problem();
  }

  private static TestService start(int requests, int wrongTokens) {
    return TestService.start(
        TestDatabase.freshSchema(OperatorLimitsHttpTest.class),
        new ServiceConfig.Operators(Set.of(), requests, wrongTokens));
  }
}
