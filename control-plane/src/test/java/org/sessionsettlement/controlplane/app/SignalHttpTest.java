package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.FakeBookings.START_MS;
import static org.sessionsettlement.controlplane.app.TestService.GUEST;
import static org.sessionsettlement.controlplane.app.TestService.HOST;
import static org.sessionsettlement.controlplane.app.TestService.STRANGER;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** Two parties' sockets on one node, and on two. */
class SignalHttpTest {
  private static final DatabaseSettings DATABASE = TestDatabase.freshSchema(SignalHttpTest.class);
  private static final TestService SERVICE = TestService.start(DATABASE);
  private static final TestService OTHER_NODE = TestService.start(DATABASE);

  private static long bookings;

  private final long booking = ++bookings;

  @AfterAll
  static void stop() {
    OTHER_NODE.close();
    SERVICE.close();
  }

  @BeforeEach
  void book() {
    for (var node : List.of(SERVICE, OTHER_NODE)) {
      node.clock.set(START_MS);
      node.bookings.put(booking, HOST.address(), GUEST.address(), BookingStatus.BOOKED);
    }
  }

  @Test
  void bringsTwoTogetherAndCarriesWhatTheySay() {
    speakTogether(enter(SERVICE, HOST), enter(SERVICE, GUEST));
  }

  @Test
  void bringsTwoTogetherWhoAreOnDifferentNodes() {
    speakTogether(enter(SERVICE, HOST), enter(OTHER_NODE, GUEST));
  }

  private static void speakTogether(Party host, Party guest) {
    try (var h = host.open();
        var g = guest.open()) {
      assertThat(h.next("peer_joined").path("connection_id").asString()).isEqualTo(guest.seat());
      assertThat(g.next("peer_joined").path("connection_id").asString()).isEqualTo(host.seat());
      h.send(offer(host.seat(), "v=0 " + "x".repeat(20_000)));
      var offer = g.next("offer");
      assertThat(offer.path("description").asString()).isEqualTo("v=0 " + "x".repeat(20_000));
      assertThat(offer.path("id").path("connection_id").asString()).isEqualTo(host.seat());
      g.send(
          "{\"type\":\"answer\",\"id\":{\"connection_id\":\"%s\",\"number\":1},\"description\":\"v=0\"}"
              .formatted(host.seat()));
      assertThat(h.next("answer").path("id").path("number").asInt()).isEqualTo(1);
      for (int i = 0; i < 40; i++) {
        g.send(candidate(host.seat(), i));
      }
      for (int i = 0; i < 40; i++) {
        assertThat(h.next("candidate").path("candidate").path("sdpMLineIndex").asInt())
            .isEqualTo(i);
      }
      g.send("{\"type\":\"bye\",\"more\":\"than is asked for\"}");
      assertThat(h.next("bye").toString()).isEqualTo("{\"type\":\"bye\"}");
    }
  }

  @Test
  void saysFirstWhatTimeItIsWhenItEndsAndWhetherAnybodyIsThere() {
    var host = enter(SERVICE, HOST);
    try (var h = host.open()) {
      assertThat(h.next().toString())
          .isEqualTo(
              "{\"type\":\"opened\",\"now_ms\":%d,\"ends_ms\":%d}"
                  .formatted(START_MS, START_MS + 1_800_000));
      assertThat(h.next().path("type").asString()).isEqualTo("peer_left");
    }
  }

  @Test
  void saysThatAPeerIsOnItsWayWhoHasASeatAndNoSocketYet() {
    enter(SERVICE, GUEST);
    try (var h = enter(SERVICE, HOST).open()) {
      h.next("opened");
      assertThat(h.next().path("type").asString()).isEqualTo("peer_reconnecting");
    }
  }

  @Test
  void countsAHeartbeatOnTheSocket() {
    var host = enter(SERVICE, HOST);
    try (var h = host.open()) {
      at(4_000);
      h.send(
          "{\"type\":\"heartbeat\",\"media\":{\"connected\":true,\"bytes_sent\":7,\"bytes_received\":8}}");
      assertThat(h.next("heartbeat_ok").path("now_ms").asLong()).isEqualTo(START_MS + 4_000);
    }
    assertThat(stays()).containsExactly("0-4 live");
    assertThat(
            SERVICE
                .database()
                .jdbc()
                .sql("select bytes_received from media_reports where connection_id = ?")
                .param(UUID.fromString(host.seat()))
                .query(Long.class)
                .single())
        .isEqualTo(8);
  }

  @Test
  void tellsOfAHeartbeatThatCameTooLateAndCloses() {
    try (var h = enter(SERVICE, HOST).open()) {
      at(15_001);
      h.send("{\"type\":\"heartbeat\"}");
      assertThat(h.next("seat_over").path("error").asString()).isEqualTo("lease_over");
      assertThat(h.closeCode()).isEqualTo(4001);
    }
    assertThat(stays()).singleElement().asString().startsWith("0-0 ").isNotEqualTo("0-0 live");
  }

  @Test
  void tellsTheOtherOnAnyNodeWhoLeftAndWhoJoinedAnew() {
    var guest = enter(OTHER_NODE, GUEST);
    try (var h = enter(SERVICE, HOST).open();
        var g = guest.open()) {
      h.next("peer_joined");
      var anew = enter(SERVICE, GUEST);
      assertThat(g.next("seat_over").path("error").asString()).isEqualTo("connection_replaced");
      assertThat(g.closeCode()).isEqualTo(4001);
      h.next("peer_left");
      try (var again = anew.open()) {
        assertThat(h.next("peer_joined").path("connection_id").asString()).isEqualTo(anew.seat());
        again.next("peer_joined");
        anew.leave();
        h.next("peer_left");
        assertThat(again.next("seat_over").path("error").asString()).isEqualTo("left");
      }
    }
  }

  @Test
  void tellsAReplacedSeatsHeartbeatOverHttpThatTheWalletIsElsewhere() {
    var first = enter(SERVICE, HOST);
    enter(OTHER_NODE, HOST);
    assertThat(first.heartbeat()).isEqualTo("409 connection_replaced");
  }

  @Test
  void letsOneComeBackOnAnotherNodeAndTheOtherSeesIt() {
    var guest = enter(SERVICE, GUEST);
    try (var h = enter(SERVICE, HOST).open()) {
      try (var g = guest.open()) {
        h.next("peer_joined");
        g.cut();
      }
      h.next("peer_reconnecting");
      try (var back = guest.on(OTHER_NODE).open()) {
        assertThat(h.next("peer_joined").path("connection_id").asString()).isEqualTo(guest.seat());
        back.next("peer_joined");
        h.send("{\"type\":\"restart\"}");
        back.next("restart");
      }
    }
    assertThat(stays()).allMatch(stay -> stay.endsWith("live"));
  }

  @Test
  void closesTheOlderSocketOfASeatWhoseNewerOneIsOnAnotherNode() {
    var host = enter(SERVICE, HOST);
    try (var older = host.open()) {
      older.next("opened");
      at(1_000);
      try (var newer = host.on(OTHER_NODE).open()) {
        assertThat(older.closeCode()).isEqualTo(4002);
        newer.send("{\"type\":\"heartbeat\"}");
        newer.next("heartbeat_ok");
      }
    }
  }

  @Test
  void endsASeatAtItsLastHeartbeatTenSecondsAfterItsSocketWasCut() {
    var guest = enter(SERVICE, GUEST);
    try (var h = enter(OTHER_NODE, HOST).open();
        var g = guest.open()) {
      h.next("peer_joined");
      at(5_000);
      g.send("{\"type\":\"heartbeat\"}");
      g.next("heartbeat_ok");
      h.send("{\"type\":\"heartbeat\"}");
      h.next("heartbeat_ok");
      at(8_000);
      g.cut();
      h.next("peer_reconnecting");
      at(17_999);
      SERVICE.tickSignalling();
      assertThat(stays()).containsExactly("0-5 live", "0-5 live");
      at(18_000);
      h.next("peer_left");
    }
    assertThat(stays()).contains("0-5 socket_closed");
  }

  @Test
  void endsNothingWhereHeartbeatsGoOnOverHttp() {
    var guest = enter(SERVICE, GUEST);
    try (var h = enter(SERVICE, HOST).open()) {
      try (var g = guest.open()) {
        h.next("peer_joined");
        g.cut();
      }
      h.next("peer_reconnecting");
      at(5_000);
      assertThat(guest.heartbeat()).isEqualTo("200");
      at(11_000);
      SERVICE.tickSignalling();
      assertThat(stays()).contains("0-5 live");
    }
  }

  @Test
  void tellsWhenTheSessionIsOverAndLetsTheSocketBe() {
    at(1_790_000);
    try (var h = enter(SERVICE, HOST).open()) {
      at(1_799_999);
      h.send("{\"type\":\"heartbeat\"}");
      h.next("heartbeat_ok");
      at(1_800_000);
      h.next("session_over");
      h.send("{\"type\":\"heartbeat\"}");
      h.next("heartbeat_ok");
    }
  }

  @Test
  void cutsOffASocketThatIsSilentForLongerThanALeaseThoughItsSeatIsHeldOtherwise() {
    var host = enter(SERVICE, HOST);
    try (var h = host.open()) {
      h.next("opened");
      at(10_000);
      assertThat(host.heartbeat()).isEqualTo("200");
      at(15_001);
      assertThat(h.closeCode()).isEqualTo(4003);
      assertThat(host.heartbeat()).isEqualTo("200");
    }
  }

  @Test
  void letsNobodyInWhoIsNotAPartyWithASeatOfItsOwn() {
    var host = enter(SERVICE, HOST);
    String stranger = SERVICE.signIn(STRANGER);
    String guest = SERVICE.signIn(GUEST);
    assertThat(refusal(host.seat(), "Authorization: Bearer " + stranger))
        .isEqualTo("403 not_a_participant");
    assertThat(refusal(host.seat(), "Authorization: Bearer " + guest))
        .isEqualTo("404 connection_not_found");
    assertThat(refusal("nonsense", "Authorization: Bearer " + guest))
        .isEqualTo("404 connection_not_found");
    assertThat(refusal(host.seat())).isEqualTo("401 token_missing");
    assertThat(refusal(host.seat(), "Authorization: Bearer " + guest + "x"))
        .isEqualTo("401 token_invalid");
    at(600_000);
    assertThat(refusal(host.seat(), host.bearer())).isEqualTo("401 token_expired");
    at(0);
    try (var other = SignalClient.ask(SERVICE, 999_999, host.seat(), host.bearer())) {
      assertThat(other.refusal()).isEqualTo("404 booking_not_found");
    }
    assertThat(SERVICE.get("/session/" + booking + "/signal").problem())
        .isEqualTo("400 not_a_websocket");
  }

  @Test
  void letsNobodyBackInWhoseLeaseIsOver() {
    var host = enter(SERVICE, HOST);
    at(15_001);
    assertThat(refusal(host.seat(), host.bearer())).isEqualTo("409 lease_over");
    assertThat(stays()).singleElement().asString().startsWith("0-0 ").isNotEqualTo("0-0 live");
  }

  @Test
  void letsABrowserInFromItsOwnPageWithATicketAndOnce() {
    var host = enter(SERVICE, HOST);
    String own = "Origin: http://localhost:" + SERVICE.uri("/").getPort();
    String ticket = host.ticket();
    try (var browser = SignalClient.ask(SERVICE, booking, host.seat() + "&ticket=" + ticket, own)) {
      browser.next("opened");
    }
    assertThat(refusal(host.seat() + "&ticket=" + ticket, own)).isEqualTo("401 ticket_invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "https://localhost", "null", "http://localhost:1"})
  void refusesPagesOfOtherOrigins(String origin) {
    var host = enter(SERVICE, HOST);
    assertThat(refusal(host.seat() + "&ticket=" + host.ticket(), "Origin: " + origin))
        .isEqualTo("403 wrong_origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{\"type\":\"peer_left\"}",
        "{\"type\":\"offer\"}",
        "{\"type\":\"heartbeat\",\"media\":{\"connected\":1}}",
        "{\"type\":\"offer\",\"id\":{\"connection_id\":\"0\",\"number\":1},\"description\":\"\"}",
      })
  void closesASocketThatSpeaksNonsenseAndTellsThePeerNothingOfIt(String frame) {
    try (var h = enter(SERVICE, HOST).open();
        var g = enter(SERVICE, GUEST).open()) {
      g.next("peer_joined");
      h.send(frame);
      assertThat(h.next("error").path("error").asString()).isEqualTo("bad_frame");
      assertThat(h.closeCode()).isEqualTo(4007);
      assertThat(g.next("peer_reconnecting")).isNotNull();
      assertThat(g.waiting()).isZero();
    }
  }

  @Test
  void closesASocketThatSendsWhatIsNoFrame() {
    try (var h = enter(SERVICE, HOST).open()) {
      h.sendGarbage();
      assertThat(h.closeCode()).isEqualTo(1002);
    }
    try (var h = enter(SERVICE, HOST).open()) {
      h.sendBinary(new byte[10]);
      assertThat(h.closeCode()).isEqualTo(4007);
    }
    try (var h = enter(SERVICE, HOST).open()) {
      h.sendHalfAFrame();
      at(15_001);
      assertThat(h.closeCode()).isIn(4001, 4003);
    }
  }

  @Test
  void refusesAnOfferInThePeersName() {
    var guest = enter(SERVICE, GUEST);
    try (var h = enter(SERVICE, HOST).open()) {
      h.send(offer(guest.seat(), "v=0"));
      assertThat(h.closeCode()).isEqualTo(4007);
    }
  }

  @Test
  void closesASocketWhoseFrameIsTooLargeOrThatFloods() {
    try (var h = enter(SERVICE, HOST).open()) {
      h.send("{\"type\":\"offer\",\"description\":\"" + "x".repeat(64 * 1024) + "\"}");
      assertThat(h.closeCode()).isEqualTo(1009);
    }
    var host = enter(SERVICE, HOST);
    try (var h = host.open()) {
      for (int i = 0; i < 121; i++) {
        h.send("{\"type\":\"restart\"}");
      }
      assertThat(h.closeCode()).isEqualTo(4008);
    }
    assertThat(host.heartbeat()).as("the seat is none the worse").isEqualTo("200");
  }

  @Test
  void saysThatNobodyIsThereToTakeIt() {
    try (var h = enter(SERVICE, HOST).open()) {
      h.send("{\"type\":\"restart\"}");
      assertThat(h.next("error").path("error").asString()).isEqualTo("peer_away");
      h.send("{\"type\":\"heartbeat\"}");
      h.next("heartbeat_ok");
    }
  }

  @Test
  void letsBothKeepTheirSeatsWhenANodeStopsAndComesBack() {
    var host = enter(SERVICE, HOST);
    var guest = enter(SERVICE, GUEST);
    var node = TestService.start(DATABASE);
    node.clock.set(START_MS);
    node.bookings.put(booking, HOST.address(), GUEST.address(), BookingStatus.BOOKED);
    var h = host.on(node).open();
    var g = guest.on(node).open();
    h.next("peer_joined");
    node.close();
    assertThat(h.closeCode()).isIn(1001, 1006);
    assertThat(g.closeCode()).isIn(1001, 1006);
    at(9_000);
    try (var hostBack = host.open()) {
      hostBack.next("opened");
      assertThat(hostBack.next().path("type").asString())
          .as("its seat is there, though its socket is not yet")
          .isEqualTo("peer_reconnecting");
      try (var guestBack = guest.open()) {
        guestBack.next("peer_joined");
        hostBack.next("peer_joined");
      }
    }
    SERVICE.tickSignalling();
    assertThat(stays()).allMatch(stay -> stay.equals("0-9 live"));
  }

  @Test
  void limitsHowManySocketsAWalletOpens() {
    var limits =
        new ServiceConfig.Limits(
            1_000_000, 1_000_000, 1_000_000, 1_000_000, 2, 1_000_000, 1_000_000);
    try (var service = TestService.start(TestDatabase.freshSchema(SignalHttpTest.class), limits)) {
      service.bookings.put(booking, HOST.address(), GUEST.address(), BookingStatus.BOOKED);
      var host = enter(service, HOST);
      host.open().close();
      host.open().close();
      try (var third = SignalClient.ask(service, booking, host.seat(), host.bearer())) {
        assertThat(third.refusal()).isEqualTo("429 rate_limited");
      }
    }
  }

  private String refusal(String seatAndMore, String... headers) {
    return SignalClient.ask(SERVICE, booking, seatAndMore, headers).refusal();
  }

  private static String offer(String seat, String description) {
    return "{\"type\":\"offer\",\"id\":{\"connection_id\":\"%s\",\"number\":1},\"description\":\"%s\"}"
        .formatted(seat, description);
  }

  private static String candidate(String seat, int line) {
    return """
        {"type":"candidate","id":{"connection_id":"%s","number":1},
         "candidate":{"candidate":"candidate:1","sdpMid":"0","sdpMLineIndex":%d}}"""
        .formatted(seat, line);
  }

  private static void at(long afterStartMs) {
    SERVICE.clock.set(START_MS + afterStartMs);
    OTHER_NODE.clock.set(START_MS + afterStartMs);
  }

  private Party enter(TestService node, Secp256k1Account wallet) {
    String token = node.signIn(wallet);
    var joined = node.post("/session/join", "{\"booking_id\":" + booking + "}", token);
    assertThat(joined.status()).isEqualTo(200);
    return new Party(node, booking, token, SignalClient.seat(joined));
  }

  /** Somebody with a seat. */
  private record Party(TestService node, long booking, String token, String seat) {
    SignalClient open() {
      return SignalClient.open(node, booking, seat, token);
    }

    Party on(TestService other) {
      return new Party(other, booking, token, seat);
    }

    String bearer() {
      return "Authorization: Bearer " + token;
    }

    String ticket() {
      return node.post("/auth/ticket", "{}", token).json().path("ticket").asString();
    }

    String heartbeat() {
      var answer = say("heartbeat");
      return answer.status() == 200 ? "200" : answer.problem();
    }

    void leave() {
      assertThat(say("leave").status()).isEqualTo(200);
    }

    private TestService.Answer say(String what) {
      return node.post(
          "/session/" + booking + "/" + what, "{\"connection_id\":\"" + seat + "\"}", token);
    }
  }

  private List<String> stays() {
    return SERVICE
        .database()
        .jdbc()
        .sql(
            """
            select (joined_ms - :start) / 1000 || '-'
              || (coalesce(left_ms, last_seen_ms) - :start) / 1000 || ' '
              || coalesce(leave_reason, 'live')
            from room_participants where booking_id = :booking order by 1
            """)
        .param("start", START_MS)
        .param("booking", booking)
        .query((row, i) -> row.getString(1))
        .list();
  }
}
