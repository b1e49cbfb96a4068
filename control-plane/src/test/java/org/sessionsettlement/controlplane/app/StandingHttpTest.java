package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.FakeBookings.START_MS;
import static org.sessionsettlement.controlplane.app.TestService.GUEST;
import static org.sessionsettlement.controlplane.app.TestService.HOST;
import static org.sessionsettlement.controlplane.app.TestService.STRANGER;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.Await;
import org.sessionsettlement.controlplane.app.TestService.Answer;
import org.sessionsettlement.escrow.BookingStatus;
import tools.jackson.databind.JsonNode;

/** Half an hour, of which fifteen minutes together are needed. */
class StandingHttpTest {
  private static final TestService SERVICE = TestService.start(StandingHttpTest.class);
  private static final long FIRST_ROW_MS = START_MS - 60_000;
  private static final long JOIN_MS = START_MS - 10_000;

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @BeforeEach
  void book() {
    SERVICE.bookings.put(1, HOST.address(), GUEST.address(), BookingStatus.BOOKED);
  }

  @Test
  void tellsBothSidesHowTheSessionStands() {
    SERVICE.clock.set(JOIN_MS);
    String host = SERVICE.signIn(HOST);
    String guest = SERVICE.signIn(GUEST);
    String hostSeat = join(host);
    String guestSeat = join(guest);
    watchFrom(FIRST_ROW_MS);
    JsonNode asked = null;
    for (long at = JOIN_MS; at <= START_MS + 10_000; at += 5_000) {
      watchUntil(at);
      heartbeat(host, hostSeat, false);
      asked = heartbeat(guest, guestSeat, true).path("standing");
    }

    var standing = standing(guest).json();
    assertThat(asked).isEqualTo(standing);
    assertThat(standing.path("role").asString()).isEqualTo("guest");
    assertThat(standing.path("at_ms").asLong()).isEqualTo(START_MS + 10_000);
    assertThat(standing.path("overlap_ms").asLong()).isEqualTo(10_000);
    assertThat(standing.path("needed_ms").asLong()).isEqualTo(900_000);
    assertThat(standing.path("counted").asBoolean()).isTrue();
    assertThat(standing.path("other_counted").asBoolean()).isTrue();
    assertThat(standing.path("state").asString()).isEqualTo("open");
    assertThat(standing.has("decided")).isFalse();
    assertThat(standing.path("if_both_stay").path("outcome").asString()).isEqualTo("Completed");
    assertThat(standing.path("if_both_stay").path("decided_at_ms").asLong())
        .isEqualTo(START_MS + 900_000);
    assertThat(standing.path("if_i_leave").path("outcome").asString()).isEqualTo("NoShowGuest");
    assertThat(standing.path("if_both_leave").path("outcome").asString()).isEqualTo("NoShowHost");
    assertThat(standing(host).json().path("if_i_leave").path("outcome").asString())
        .isEqualTo("NoShowHost");
    assertThat(heartbeat(host, hostSeat, false).has("standing")).isFalse();
  }

  @Test
  void isForThePartiesAlone() {
    String stranger = SERVICE.signIn(STRANGER);
    assertThat(standing(stranger).problem()).isEqualTo("403 not_a_participant");
    assertThat(get("/session/99/standing", stranger).problem()).isEqualTo("404 booking_not_found");
    assertThat(get("/session/x/standing", stranger).problem()).isEqualTo("400 bad_booking_id");
    assertThat(SERVICE.get("/session/1/standing").problem()).isEqualTo("401 token_missing");
  }

  private static Answer standing(String token) {
    return get("/session/1/standing", token);
  }

  private static Answer get(String path, String token) {
    return SERVICE.send(
        HttpRequest.newBuilder(SERVICE.uri(path)).header("Authorization", "Bearer " + token));
  }

  private static String join(String token) {
    var joined = SERVICE.post("/session/join", "{\"booking_id\":1}", token);
    return joined.json().path("connection_id").asString();
  }

  private static JsonNode heartbeat(String token, String connection, boolean standing) {
    String body = "{\"connection_id\":\"" + connection + "\",\"standing\":" + standing + "}";
    var answer = SERVICE.post("/session/1/heartbeat", body, token);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json();
  }

  /** The service began to watch then. */
  private static void watchFrom(long fromMs) {
    SERVICE
        .database()
        .jdbc()
        .sql(
            """
            insert into liveness (at_ms, node_id)
            select ms, 'node-0' from generate_series(:from::bigint, :until::bigint, 1000) ms
            """)
        .param("from", fromMs)
        .param("until", JOIN_MS)
        .update();
  }

  /** Waits for the service's own row of that instant. */
  private static void watchUntil(long atMs) {
    SERVICE.clock.set(atMs);
    Await.until("a liveness row", () -> newestRowMs() >= atMs);
  }

  private static long newestRowMs() {
    return SERVICE
        .database()
        .jdbc()
        .sql("select coalesce(max(at_ms), 0) from liveness")
        .query(Long.class)
        .single();
  }
}
