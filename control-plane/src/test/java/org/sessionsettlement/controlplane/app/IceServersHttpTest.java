package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.FakeBookings.START_MS;
import static org.sessionsettlement.controlplane.FakeBookings.START_S;
import static org.sessionsettlement.controlplane.app.TestService.GUEST;
import static org.sessionsettlement.controlplane.app.TestService.HOST;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.app.TestService.Answer;
import org.sessionsettlement.escrow.BookingStatus;
import tools.jackson.databind.JsonNode;

class IceServersHttpTest {
  private static final String STUN = "stun:turn.example.org";
  private static final String TURN = "turn:turn.example.org?transport=udp";
  private static final TestService SERVICE =
      TestService.start(
          IceServersHttpTest.class,
          new ServiceConfig.Ice(
              List.of(STUN),
              Optional.of(new ServiceConfig.Turn(List.of(TURN), new Secret("u".repeat(16))))));
  private static final long END_S = START_S + 1_800;

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @BeforeEach
  void book() {
    SERVICE.clock.set(START_MS);
    SERVICE.bookings.put(1, HOST.address(), GUEST.address(), BookingStatus.BOOKED);
  }

  @Test
  void givesEachPartyACredentialThatEndsTenMinutesAfterTheSession() {
    var host = join(SERVICE.signIn(HOST), "").json();
    assertThat(host.path("ice_transport_policy").asString()).isEqualTo("all");
    assertThat(host.path("ice_servers").path(0).toString())
        .isEqualTo("{\"urls\":[\"" + STUN + "\"]}");
    var turn = host.path("ice_servers").path(1);
    assertThat(turn.path("urls").path(0).asString()).isEqualTo(TURN);
    assertThat(turn.path("username").asString()).matches((END_S + 600) + ":[0-9a-f]{32}");
    assertThat(turn.path("credential").asString()).matches("[A-Za-z0-9+/]{27}=");
    assertThat(username(join(SERVICE.signIn(GUEST), "").json())).isNotEqualTo(username(host));
  }

  @Test
  void knowsAPartyByTheSameNameWheneverItJoins() {
    String token = SERVICE.signIn(HOST);
    String name = username(join(token, "").json());
    SERVICE.clock.set(START_MS + 60_000);
    assertThat(username(join(token, "").json())).isEqualTo(name);
  }

  @Test
  void relaysAllOfAPartyThatHidesItsAddress() {
    var joined = join(SERVICE.signIn(HOST), ",\"relay_only\":true").json();
    assertThat(joined.path("ice_transport_policy").asString()).isEqualTo("relay");
    assertThat(joined.path("ice_servers").size()).isEqualTo(1);
    assertThat(joined.path("ice_servers").path(0).path("urls").path(0).asString()).isEqualTo(TURN);
  }

  @Test
  void takesAPartyThatDoesNot() {
    var joined = join(SERVICE.signIn(HOST), ",\"relay_only\":false").json();
    assertThat(joined.path("ice_transport_policy").asString()).isEqualTo("all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"true\"", "1", "[]", "{}"})
  void guessesAtNothingThatIsNoBoolean(String relayOnly) {
    assertThat(join(SERVICE.signIn(HOST), ",\"relay_only\":" + relayOnly).problem())
        .isEqualTo("400 bad_request");
  }

  private static String username(JsonNode joined) {
    return joined.path("ice_servers").path(1).path("username").asString();
  }

  private static Answer join(String token, String more) {
    return SERVICE.post("/session/join", "{\"booking_id\":1" + more + "}", token);
  }
}
