package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.FakeBookings.START_MS;
import static org.sessionsettlement.controlplane.app.TestService.GUEST;
import static org.sessionsettlement.controlplane.app.TestService.HOST;
import static org.sessionsettlement.controlplane.app.TestService.STRANGER;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.app.TestService.Answer;
import org.sessionsettlement.escrow.BookingStatus;

class SessionHttpTest {
  private static final TestService SERVICE = TestService.start(SessionHttpTest.class);
  private static final long HOUR_MS = 3_600_000;

  private static long bookings;

  private final long booking = ++bookings;

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @BeforeEach
  void book() {
    SERVICE.clock.set(START_MS);
    put(BookingStatus.BOOKED);
  }

  @Test
  void letsBothInTellsTheirRolesAndCountsUntilTheyLeave() {
    var host = SERVICE.signIn(HOST);
    var joined = join(host);
    assertThat(joined.status()).isEqualTo(200);
    assertThat(joined.json().path("role").asString()).isEqualTo("host");
    assertThat(joined.json().path("joined_at_ms").asLong()).isEqualTo(START_MS);
    assertThat(joined.json().path("heartbeat_every_ms").asLong()).isEqualTo(5_000);
    assertThat(joined.json().path("lease_ms").asLong()).isEqualTo(15_000);
    assertThat(joined.json().path("slot").path("end_s").asLong())
        .isEqualTo(FakeBookings.START_S + 1_800);
    assertThat(join(SERVICE.signIn(GUEST)).json().path("role").asString()).isEqualTo("guest");

    SERVICE.clock.set(START_MS + 5_000);
    assertThat(heartbeat(host, connection(joined)).json().path("now_ms").asLong())
        .isEqualTo(START_MS + 5_000);
    SERVICE.clock.set(START_MS + 7_000);
    assertThat(leave(host, connection(joined)).json().path("duration_ms").asLong())
        .isEqualTo(7_000);
    SERVICE.clock.set(START_MS + 9_000);
    assertThat(leave(host, connection(joined)).json().path("duration_ms").asLong())
        .isEqualTo(7_000);
  }

  @Test
  void takesABookingByNumberByDigitsAndWithItsEscrow() {
    var host = SERVICE.signIn(HOST);
    for (var name :
        new String[] {
          "" + booking, "\"" + booking + "\"", "\"" + FakeBookings.ESCROW + "-" + booking + "\""
        }) {
      assertThat(SERVICE.post("/session/join", "{\"booking_id\":" + name + "}", host).status())
          .isEqualTo(200);
    }
  }

  @Test
  void refusesToRelayWithoutATurnServerAndWritesNoPresence() {
    var host = SERVICE.signIn(HOST);
    String body = "{\"booking_id\":" + booking + ",\"relay_only\":true}";
    assertThat(SERVICE.post("/session/join", body, host).problem())
        .isEqualTo("409 relay_unavailable");
    assertThat(
            SERVICE
                .database()
                .jdbc()
                .sql("select count(*) from room_participants where booking_id = :id")
                .param("id", booking)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(join(host).json().path("ice_servers").toString()).isEqualTo("[]");
  }

  @Test
  void refusesAHeartbeatAfterTheLease() {
    var host = SERVICE.signIn(HOST);
    var joined = join(host);
    SERVICE.clock.set(START_MS + 15_001);
    assertThat(heartbeat(host, connection(joined)).problem()).isEqualTo("409 lease_over");
  }

  @Test
  void hidesAConnectionFromEverybodyElse() {
    var joined = join(SERVICE.signIn(HOST));
    var guest = SERVICE.signIn(GUEST);
    assertThat(heartbeat(guest, connection(joined)).problem())
        .isEqualTo("404 connection_not_found");
    assertThat(leave(guest, connection(joined)).problem()).isEqualTo("404 connection_not_found");
    assertThat(heartbeat(guest, "no-uuid").problem()).isEqualTo("404 connection_not_found");
  }

  @Test
  void refusesAnUnknownBookingAStrangerAndOneThatIsNotActive() {
    var host = SERVICE.signIn(HOST);
    assertThat(SERVICE.post("/session/join", "{\"booking_id\":999999}", host).problem())
        .isEqualTo("404 booking_not_found");
    assertThat(join(SERVICE.signIn(STRANGER)).problem()).isEqualTo("403 not_a_participant");
    put(BookingStatus.CANCELLED);
    assertThat(join(host).problem()).isEqualTo("409 booking_not_active");
  }

  @Test
  void refusesAJoinTooEarlyOrTooLate() {
    SERVICE.clock.set(START_MS - HOUR_MS);
    assertThat(join(SERVICE.signIn(HOST)).problem()).isEqualTo("409 too_early_to_join");
    SERVICE.clock.set(START_MS + HOUR_MS);
    assertThat(join(SERVICE.signIn(HOST)).problem()).isEqualTo("409 session_over");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"booking_id\":null}",
        "{\"booking_id\":\"seven\"}",
        "{\"booking_id\":-1}",
        "{\"booking_id\":1.5}",
        "{\"booking_id\":1e3}",
        "{\"booking_id\":\"\"}",
        "{\"booking_id\":{}}",
        "{\"booking_id\":[1]}",
        "{\"booking_id\":true}",
        "{\"booking_id\":99999999999999999999999999}",
        "{\"booking_id\":\"0x12-7\"}",
        "{\"booking_id\":\"1; drop table room_participants\"}"
      })
  void refusesWhatIsNoBookingId(String body) {
    assertThat(SERVICE.post("/session/join", body, SERVICE.signIn(HOST)).problem())
        .isEqualTo("400 bad_booking_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "true",
        "\"on\"",
        "{\"connected\":1,\"bytes_sent\":0,\"bytes_received\":0}",
        "{\"connected\":true,\"bytes_sent\":-1,\"bytes_received\":0}",
        "{\"connected\":true,\"bytes_sent\":1.5,\"bytes_received\":0}",
        "{\"connected\":true,\"bytes_sent\":0,\"bytes_received\":9007199254740992}",
        "{\"connected\":true,\"bytes_sent\":0,\"bytes_received\":99999999999999999999}",
        "{\"connected\":true,\"bytes_sent\":0}"
      })
  void refusesAMediaStateThatIsNoneAndCountsNoHeartbeat(String media) {
    var host = SERVICE.signIn(HOST);
    var connection = connection(join(host));
    SERVICE.clock.set(START_MS + 5_000);
    assertThat(heartbeatWith(host, connection, media).problem()).isEqualTo("400 bad_media_state");
    SERVICE.clock.set(START_MS + 15_001);
    assertThat(heartbeat(host, connection).problem()).isEqualTo("409 lease_over");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{\"connected\":false,\"bytes_sent\":0,\"bytes_received\":0}",
        "{\"connected\":true,\"bytes_sent\":9007199254740991,\"bytes_received\":1,\"codec\":\"opus\"}"
      })
  void takesAMediaStateWithAHeartbeat(String media) {
    var host = SERVICE.signIn(HOST);
    assertThat(heartbeatWith(host, connection(join(host)), media).status()).isEqualTo(200);
  }

  private Answer heartbeatWith(String token, String connection, String media) {
    String body = "{\"connection_id\":\"" + connection + "\",\"media\":" + media + "}";
    return SERVICE.post("/session/" + booking + "/heartbeat", body, token);
  }

  private void put(BookingStatus status) {
    SERVICE.bookings.put(booking, HOST.address(), GUEST.address(), status);
  }

  private Answer join(String token) {
    return SERVICE.post("/session/join", "{\"booking_id\":" + booking + "}", token);
  }

  private Answer heartbeat(String token, String connection) {
    return call("heartbeat", token, connection);
  }

  private Answer leave(String token, String connection) {
    return call("leave", token, connection);
  }

  private Answer call(String what, String token, String connection) {
    String body = "{\"connection_id\":\"" + connection + "\"}";
    return SERVICE.post("/session/" + booking + "/" + what, body, token);
  }

  private static String connection(Answer joined) {
    return joined.json().path("connection_id").asString();
  }
}
