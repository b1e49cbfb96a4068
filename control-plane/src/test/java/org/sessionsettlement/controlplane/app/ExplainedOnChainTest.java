package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.tempo.token.Tip20;
import tools.jackson.databind.JsonNode;

/** What the service says about bookings, and to whom, on a real chain. */
class ExplainedOnChainTest {
  private static final int DURATION_MINS = 2;
  private static final String[] OPERATOR = {"x-service-token", TestService.SERVICE_TOKEN};

  @TempDir Path folder;

  @Test
  void explainsEveryBookingToThoseWhomItConcerns() {
    try (var stack = new LocalStack(folder, TestDatabase.freshSchema(getClass()))) {
      var host = stack.person(DevAccounts.HOSTS.get(0));
      var guest = stack.person(DevAccounts.GUESTS.get(0));
      cancelledEarly(stack, host, guest);
      var disputed = completedAndDisputed(stack, host, guest);
      readersOf(stack, disputed, host);
      statementsForTheReviewer(stack, disputed, host, guest);
      missedWhileTheOracleWasOff(stack, host, guest);
      timedOut(stack, disputed);
    }
  }

  private static void cancelledEarly(LocalStack stack, Person host, Person guest) {
    var key = stack.book(host, guest, stack.nowSeconds() + 600, DURATION_MINS);
    stack.send(
        guest.account, EscrowGas.SETTLE, stack.calls().cancelBookingAsGuest(key.bookingId()));
    stack.await("mirrored", () -> names(stack, key).contains("SessionBookingCancelled"));

    assertThat(explanation(stack, key).path("summary").asString()).contains("by the guest");
    assertThat(names(stack, key))
        .containsExactly("SessionSlotCreated", "SessionBooked", "SessionBookingCancelled");
    assertThat(attest(stack, key, OPERATOR)).isEqualTo("409 already_settled");
  }

  private static BookingKey completedAndDisputed(LocalStack stack, Person host, Person guest) {
    long start = stack.nowSeconds() + 120;
    var key = stack.book(host, guest, start, DURATION_MINS);
    assertThat(attest(stack, key)).isEqualTo("401 service_token_missing");
    assertThat(attest(stack, key, "x-service-token", "x")).isEqualTo("401 service_token_invalid");
    stack.jumpTo(start - 20);
    host.join(key);
    guest.join(key);
    host.heartbeatWithMedia(1_234);
    stack.walkTo(start + 90);
    assertThat(attest(stack, key, OPERATOR)).isEqualTo("409 session_running");
    stack.walkTo(start + DURATION_MINS * 60 + 1);
    host.leave();
    guest.leave();
    stack.await(
        "attested", () -> explanation(stack, key).path("status").asString().equals("Attested"));

    var explained = explanation(stack, key);
    assertThat(explained.path("verdict").path("outcome").asString()).isEqualTo("Completed");
    assertThat(explained.path("summary").asString())
        .contains("Attested as Completed")
        .doesNotContain("not this service");
    assertThat(explained.path("metrics_hash").asString())
        .isEqualTo(stack.escrow().booking(key.bookingId()).metricsHash().toString());
    challenge(stack, guest, key);
    return key;
  }

  private static void challenge(LocalStack stack, Person guest, BookingKey key) {
    stack.send(
        guest.account,
        EscrowGas.APPROVE + EscrowGas.CHALLENGE,
        new Tip20(Funding.ALPHA_USD).approve(stack.deployment.escrow(), LocalStack.BOND),
        stack.calls().challenge(key.bookingId()));
    stack.await(
        "disputed", () -> explanation(stack, key).path("status").asString().equals("Disputed"));
  }

  private static void readersOf(LocalStack stack, BookingKey disputed, Person host) {
    String path = "/bookings/" + disputed + "/explanation";
    assertThat(host.get(path).status()).isEqualTo(200);
    assertThat(media(host.get(path))).isEmpty();
    var reviewers = media(stack.person(DevAccounts.OWNER).get(path));
    assertThat(reviewers).hasSize(1).isEqualTo(media(stack.http().get(path, OPERATOR)));
    assertThat(reviewers.get(0).path("role").asString()).isEqualTo("host");
    assertThat(reviewers.get(0).path("bytes_sent").asLong()).isEqualTo(1_234);
    assertThat(problem(stack.person(DevAccounts.GUESTS.get(3)).get(path)))
        .isEqualTo("403 not_a_participant");
    assertThat(problem(stack.http().get(path))).isEqualTo("401 token_missing");
    assertThat(problem(stack.http().get("/bookings/999/explanation", OPERATOR)))
        .isEqualTo("404 booking_not_found");
    assertThat(problem(stack.http().get("/bookings/x/timeline"))).isEqualTo("400 bad_booking_id");
  }

  private static void statementsForTheReviewer(
      LocalStack stack, BookingKey disputed, Person host, Person guest) {
    String path = "/bookings/" + disputed + "/statements";
    assertThat(host.post(path, "{\"text\":\"We spoke\"}").status()).isEqualTo(200);
    assertThat(guest.post(path, "{\"text\":\"We did not\"}").status()).isEqualTo(200);
    var reviewer = stack.person(DevAccounts.OWNER);
    assertThat(reviewer.get(path).json().path("statements").valueStream())
        .extracting(one -> one.path("text").asString())
        .containsExactly("We spoke", "We did not");
    assertThat(problem(reviewer.post(path, "{\"text\":\"I find\"}")))
        .isEqualTo("403 not_a_participant");
    assertThat(problem(stack.person(DevAccounts.GUESTS.get(3)).get(path)))
        .isEqualTo("403 not_a_participant");
  }

  private static List<JsonNode> media(HttpApi.Answer explanation) {
    assertThat(explanation.status()).as(explanation.toString()).isEqualTo(200);
    return explanation.json().path("presence").path("media").valueStream().toList();
  }

  private static void missedWhileTheOracleWasOff(LocalStack stack, Person host, Person guest) {
    stack.restart(false);
    long start = stack.nowSeconds() + 120;
    var key = stack.book(host, guest, start, DURATION_MINS);
    stack.await("mirrored", () -> names(stack, key).contains("SessionBooked"));
    long end = start + DURATION_MINS * 60;
    stack.jumpTo(end + 7_200 + 60);
    assertThat(attest(stack, key, OPERATOR)).isEqualTo("503 oracle_off");
    stack.restart(true);
    stack.await("judged", () -> explanation(stack, key).path("verdict").has("decision"));

    var explained = explanation(stack, key);
    assertThat(explained.path("verdict").path("reason").asString()).isEqualTo("window_missed");
    assertThat(explained.path("next").path("at_s").asLong())
        .isEqualTo(end + LocalStack.NO_ATTEST_BUFFER_S);
    assertThat(attest(stack, key, OPERATOR)).isEqualTo("409 window_missed");
    assertThat(problem(stack.http().get("/bookings/" + key + "/metrics", OPERATOR)))
        .isEqualTo("404 metrics_not_found");
    claim(stack, guest, key, end + LocalStack.NO_ATTEST_BUFFER_S);
  }

  private static void claim(LocalStack stack, Person guest, BookingKey key, long atSeconds) {
    stack.jumpTo(atSeconds);
    stack.send(guest.account, EscrowGas.SETTLE, stack.calls().claimIfUnattested(key.bookingId()));
    stack.await(
        "mirrored", () -> explanation(stack, key).path("status").asString().equals("Finalized"));
    assertThat(explanation(stack, key).path("summary").asString()).contains("window_missed");
    var owed = stack.http().get("/accounts/" + guest.address() + "/owed").json();
    assertThat(owed.path("owed").asString())
        .isEqualTo(stack.escrow().owed(guest.address()).toString());
  }

  private static void timedOut(LocalStack stack, BookingKey disputed) {
    stack.jumpTo(stack.nowSeconds() + LocalStack.DISPUTE_TIMEOUT_S);
    stack.await(
        "finalized",
        () -> stack.escrow().booking(disputed.bookingId()).status() == BookingStatus.FINALIZED);
    assertThat(stack.escrow().booking(disputed.bookingId()).oracleOutcome())
        .isEqualTo(EscrowOutcome.COMPLETED);
    stack.await("mirrored", () -> names(stack, disputed).contains("Finalized"));
    assertThat(names(stack, disputed))
        .containsExactly(
            "SessionSlotCreated",
            "SessionBooked",
            "Attested",
            "Challenged",
            "Resolved",
            "Finalized");
  }

  private static JsonNode explanation(LocalStack stack, BookingKey key) {
    return stack.http().get("/bookings/" + key + "/explanation", OPERATOR).json();
  }

  private static List<String> names(LocalStack stack, BookingKey key) {
    return stack
        .http()
        .get("/bookings/" + key + "/timeline")
        .json()
        .path("events")
        .valueStream()
        .map(event -> event.path("name").asString())
        .toList();
  }

  private static String attest(LocalStack stack, BookingKey key, String... headers) {
    return problem(stack.http().post("/session/" + key + "/attest", "", headers));
  }

  private static String problem(HttpApi.Answer answer) {
    return answer.status() + " " + answer.json().path("error").asString("");
  }
}
