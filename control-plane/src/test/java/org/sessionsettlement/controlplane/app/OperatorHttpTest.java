package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessionsettlement.controlplane.app.TestService.Answer;

/** The operator's routes: who is let in, and what is refused before anything is looked at. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before the first test.
class OperatorHttpTest {
  /** Somebody's, of something. */
  private static final String SIGNATURE =
      TestService.HOST.signPersonalMessage("hello").toBytes().toString();

  private static TestService service;

  @BeforeAll
  static void start() {
    service = TestService.start(OperatorHttpTest.class);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /operator/due",
    "GET, /operator/stuck",
    "POST, /operator/sweep",
    "POST, /operator/bookings/1/override"
  })
  void letsInWhoHasTheTokenAlone(String method, String path) {
    assertThat(send(method, path, "{}", "x").problem()).isEqualTo("401 service_token_invalid");
    var without =
        HttpRequest.newBuilder(service.uri(path))
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString("{}"));
    assertThat(service.send(without).problem()).isEqualTo("401 service_token_missing");
  }

  @Test
  void saysThatNothingIsDueOrStuck() {
    var due = operator("GET", "/operator/due", "").json();
    assertThat(due.path("due").isEmpty()).isTrue();
    assertThat(due.path("now_ms").asLong()).isEqualTo(service.clock.millis());
    assertThat(operator("GET", "/operator/stuck", "").json().path("stuck").isEmpty()).isTrue();
  }

  @Test
  void boundsHowMuchIsListed() {
    assertThat(operator("GET", "/operator/due?limit=0", "").problem()).isEqualTo("400 bad_request");
    assertThat(operator("GET", "/operator/stuck?limit=501", "").problem())
        .isEqualTo("400 bad_request");
    assertThat(operator("GET", "/operator/due?limit=many", "").problem())
        .isEqualTo("400 bad_request");
  }

  @Test
  void doesNotSweepWhereThisNodeIsNoOracle() {
    assertThat(operator("POST", "/operator/sweep", "{}").problem()).isEqualTo("503 oracle_off");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Somehow       | by phone | 1    | 400 bad_outcome",
        "None          | by phone | 1    | 400 bad_outcome",
        "Completed     | ' '      | 1    | 400 bad_reason",
        "Completed     | by phone | -1   | 400 bad_request",
        "Completed     | by phone | null | 400 bad_request",
        "NoShowHost    | by phone | 1    | 404 booking_not_found"
      })
  void refusesARequestThatIsNone(String outcome, String reason, String atMs, String problem) {
    assertThat(override(outcome, reason, atMs, SIGNATURE).problem()).isEqualTo(problem);
  }

  @Test
  void refusesWhatIsNoSignature() {
    for (var signature : new String[] {"", "0x", "0xzz", "0x01", "0x" + "11".repeat(5_000)}) {
      assertThat(override("Completed", "by phone", "1", signature).problem())
          .as(signature)
          .isEqualTo("401 bad_signature");
    }
    assertThat(operator("POST", "/operator/bookings/1/override", "{}").problem())
        .isEqualTo("400 bad_outcome");
    assertThat(operator("POST", "/operator/bookings/x/override", "{}").problem())
        .isEqualTo("400 bad_booking_id");
  }

  private static Answer override(String outcome, String reason, String atMs, String signature) {
    return operator(
        "POST",
        "/operator/bookings/1/override",
        "{\"outcome\":\"%s\",\"reason\":\"%s\",\"signed_at_ms\":%s,\"signature\":\"%s\"}"
            .formatted(outcome, reason, atMs, signature));
  }

  private static Answer operator(String method, String path, String body) {
    return send(method, path, body, TestService.SERVICE_TOKEN);
  }

  private static Answer send(String method, String path, String body, String token) {
    return service.send(
        HttpRequest.newBuilder(service.uri(path))
            .header("content-type", "application/json")
            .header("x-service-token", token)
            .method(method, BodyPublishers.ofString(body)));
  }
}
