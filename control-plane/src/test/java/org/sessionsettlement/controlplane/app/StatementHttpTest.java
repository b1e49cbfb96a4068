package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.app.TestService.GUEST;
import static org.sessionsettlement.controlplane.app.TestService.HOST;
import static org.sessionsettlement.controlplane.app.TestService.STRANGER;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.MirrorRows;
import org.sessionsettlement.controlplane.app.TestService.Answer;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.tempo.Keccak256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the owner reads of a dispute is in ExplainedOnChainTest: the chain knows who that is. */
class StatementHttpTest {
  private static final TestService SERVICE = TestService.start(StatementHttpTest.class);
  private static final long STEP_MS = 60_000;
  private static long booking;
  private String hostToken = "";
  private String guestToken = "";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @BeforeEach
  void attestAnother() {
    booking++;
    put(BookingStatus.ATTESTED);
    // Their buckets fill by the clock.
    SERVICE.clock.set(SERVICE.clock.millis() + STEP_MS);
    hostToken = SERVICE.signIn(HOST);
    guestToken = SERVICE.signIn(GUEST);
  }

  @Test
  void keepsWhatBothPartiesSayInTheOrderInWhichTheySayIt() {
    long saidMs = SERVICE.clock.millis();
    assertThat(say(guestToken, "I was there, the call did not connect.").status()).isEqualTo(200);
    put(BookingStatus.DISPUTED);
    assertThat(say(hostToken, "Nobody rang.\nSee my log: ü").status()).isEqualTo(200);

    var said = statements(hostToken);
    assertThat(said).isEqualTo(statements(guestToken)).isEqualTo(asOperator()).hasSize(2);
    assertThat(said.get(0).path("role").asString()).isEqualTo("guest");
    assertThat(said.get(0).path("wallet").asString()).isEqualTo(GUEST.address().toString());
    assertThat(said.get(0).path("said_at_ms").asLong()).isEqualTo(saidMs);
    assertThat(said.get(1).path("role").asString()).isEqualTo("host");
    assertThat(said.get(1).path("text").asString()).isEqualTo("Nobody rang.\nSee my log: ü");
  }

  @Test
  void showsAHashThatAnybodyWithTheWordsCanCheck() {
    var said = say(guestToken, "Anything").json();
    assertThat(said.path("hash").asString())
        .isEqualTo(Keccak256.hash(said.path("salt").asString() + "\nAnything").toString());
  }

  @Test
  void keepsTheHashOfWordsThatWereErased() {
    var said = say(guestToken, "Something private").json();
    SERVICE.database().jdbc().sql("update statements set text = null, salt = null").update();

    var kept = statements(hostToken).getFirst();
    assertThat(kept.path("hash")).isEqualTo(said.path("hash"));
    assertThat(kept.has("text")).isFalse();
    assertThat(kept.has("salt")).isFalse();
  }

  @Test
  void addsNothingWhereTheSameIsSaidAgain() {
    assertThat(say(guestToken, "once").json()).isEqualTo(say(guestToken, "once").json());
    assertThat(statements(guestToken)).hasSize(1);
  }

  @Test
  void takesThreeOfEachPartyEvenWhereTheyComeAtOnce() throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      var answers =
          threads.invokeAll(
              IntStream.range(0, 6)
                  .<java.util.concurrent.Callable<String>>mapToObj(
                      i -> () -> say(guestToken, "number " + i).problem())
                  .toList());
      assertThat(answers.stream().filter(one -> one.resultNow().startsWith("409 too_many")))
          .hasSize(3);
    }
    assertThat(say(hostToken, "mine").status()).isEqualTo(200);
    assertThat(statements(hostToken)).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(names = {"BOOKED", "CANCELLED", "RESOLVED", "FINALIZED"})
  void takesNoneWhereNothingIsToBeReviewed(BookingStatus status) {
    put(status);
    assertThat(say(guestToken, "too early or too late").problem())
        .isEqualTo("409 statements_closed");
    assertThat(statements(guestToken)).isEmpty();
  }

  @Test
  void takesNoneOfStrangersAndShowsThemNone() {
    say(guestToken, "not for everybody");
    String stranger = SERVICE.signIn(STRANGER);
    assertThat(say(stranger, "I know better").problem()).isEqualTo("403 not_a_participant");
    assertThat(SERVICE.post(path(), "{\"text\":\"x\"}").problem()).isEqualTo("401 token_missing");
    assertThat(SERVICE.get(path()).problem()).isEqualTo("401 token_missing");
    assertThat(get("x-service-token", "wrong").problem()).isEqualTo("401 service_token_invalid");
    assertThat(SERVICE.post("/bookings/x/statements", "{}", guestToken).problem())
        .isEqualTo("400 bad_booking_id");
  }

  @Test
  void refusesWhatIsNoText() {
    for (var body :
        List.of("{}", "{\"text\":null}", "{\"text\":\" \"}", "{\"text\":\"a\\u0000\"}")) {
      assertThat(SERVICE.post(path(), body, guestToken).problem())
          .as(body)
          .isEqualTo("400 bad_statement");
    }
    assertThat(say(guestToken, "x".repeat(4_001)).problem()).isEqualTo("400 bad_statement");
    assertThat(SERVICE.post(path(), "{\"text\":", guestToken).problem())
        .isEqualTo("400 malformed_json");
    assertThat(statements(guestToken)).isEmpty();
  }

  @Test
  void limitsHowOftenAWalletTries() {
    for (int i = 0; i < 20; i++) {
      assertThat(say(guestToken, " ").problem()).isEqualTo("400 bad_statement");
    }
    assertThat(say(guestToken, "late").problem()).isEqualTo("429 rate_limited");
    assertThat(say(hostToken, "in time").status()).isEqualTo(200);
  }

  private static void put(BookingStatus status) {
    new MirrorRows(SERVICE.database()).put(booking, HOST.address(), GUEST.address(), status);
  }

  private static String path() {
    return "/bookings/" + FakeBookings.key(booking) + "/statements";
  }

  private Answer say(String token, String text) {
    String body = JsonMapper.shared().createObjectNode().put("text", text).toString();
    return SERVICE.post(path(), body, token);
  }

  private static List<JsonNode> statements(String token) {
    return read(get("Authorization", "Bearer " + token));
  }

  private static List<JsonNode> asOperator() {
    return read(get("x-service-token", TestService.SERVICE_TOKEN));
  }

  private static List<JsonNode> read(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().path("statements").valueStream().toList();
  }

  private static Answer get(String header, String value) {
    return SERVICE.send(HttpRequest.newBuilder(SERVICE.uri(path())).header(header, value));
  }
}
