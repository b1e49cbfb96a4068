package org.sessionsettlement.controlplane.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sessionsettlement.controlplane.FakeBookings.GUEST;
import static org.sessionsettlement.controlplane.FakeBookings.HOST;
import static org.sessionsettlement.controlplane.FakeBookings.START_MS;
import static org.sessionsettlement.controlplane.FakeBookings.STRANGER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.tempo.Address;

class PresenceTest {
  private static final Database DATABASE = TestDatabase.open(PresenceTest.class);

  private final SettableClock clock = new SettableClock(START_MS);
  private final FakeBookings bookings = new FakeBookings();
  private final Sessions sessions = new Sessions(DATABASE, bookings, clock);
  private final Sessions otherNode = new Sessions(DATABASE, bookings, clock);
  private final LeaseSweep sweep = new LeaseSweep(DATABASE, clock);
  private final Presence presence = new Presence(DATABASE, clock);
  private final BookingKey booking = bookings.booked(7);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void startEmpty() {
    DATABASE.jdbc().sql("truncate liveness, room_participants, used_watermarks").update();
    live(0);
  }

  @Test
  void countsFromJoinToLeave() {
    var host = join(HOST);
    at(4_000);
    assertThat(sessions.leave(booking, HOST, host)).contains(4_000L);
    assertThat(snapshot().host()).containsExactly(interval(0, 4_000));
  }

  @Test
  void answersARepeatedLeaveAlike() {
    var host = join(HOST);
    at(4_000);
    sessions.leave(booking, HOST, host);
    at(9_000);
    assertThat(sessions.leave(booking, HOST, host)).contains(4_000L);
  }

  @Test
  void countsALiveConnectionUpToItsLastHeartbeat() {
    var guest = join(GUEST);
    at(5_000);
    assertThat(sessions.heartbeat(booking, GUEST, guest, Optional.empty()))
        .isEqualTo(new Sessions.HeartbeatResult.Counted(START_MS + 5_000));
    live(8_000);
    assertThat(snapshot())
        .isEqualTo(new PresenceSnapshot(List.of(), List.of(interval(0, 5_000)), START_MS + 5_000));
  }

  @Test
  void losesNothingWhenAnotherNodeTakesOverInsideTheLease() {
    var host = join(HOST);
    at(15_000);
    assertThat(otherNode.heartbeat(booking, HOST, host, Optional.empty()))
        .isInstanceOf(Sessions.HeartbeatResult.Counted.class);
    assertThat(snapshot().host()).containsExactly(interval(0, 15_000));
  }

  @Test
  void refusesAHeartbeatAfterTheLeaseAndEndsAtTheLastOne() {
    var host = join(HOST);
    liveUntil(15_001);
    assertThat(sessions.heartbeat(booking, HOST, host, Optional.empty()))
        .isEqualTo(new Sessions.HeartbeatResult.Refused(ProblemCode.LEASE_OVER));
    assertThat(endings()).containsExactly("0 lease_over");
  }

  @Test
  void sweepsWhatFellSilent() {
    join(HOST);
    at(5_000);
    join(GUEST);
    liveUntil(15_001);
    sweep.tick();
    assertThat(endings()).containsExactly("0 lease_over", "null null");
  }

  @Test
  void replacesTheOlderConnectionOfAWalletAtThatInstant() {
    var first = join(HOST);
    at(3_000);
    join(HOST);
    assertThat(endings()).containsExactly("3000 replaced", "null null");
    assertThat(sessions.heartbeat(booking, HOST, first, Optional.empty()))
        .isEqualTo(new Sessions.HeartbeatResult.Refused(ProblemCode.CONNECTION_REPLACED));
  }

  @Test
  void leavesOneConnectionLiveHoweverManyJoinAtOnce() throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      var joins =
          IntStream.range(0, 12)
              .<Callable<UUID>>mapToObj(i -> () -> join(i % 2 == 0 ? HOST : GUEST))
              .toList();
      for (var join : threads.invokeAll(joins)) {
        assertThat(join.get()).isNotNull();
      }
    }
    assertThat(endings()).hasSize(12).filteredOn("null null"::equals).hasSize(2);
  }

  @Test
  void leavesTheOtherPartysConnectionAlone() {
    var host = join(HOST);
    join(GUEST);
    assertThat(sessions.leave(booking, GUEST, host)).isEmpty();
    assertThat(sessions.heartbeat(booking, GUEST, host, Optional.empty()))
        .isEqualTo(new Sessions.HeartbeatResult.Refused(ProblemCode.CONNECTION_NOT_FOUND));
    assertThat(endings()).containsExactly("null null", "null null");
  }

  @Test
  void keepsBookingsApart() {
    var host = join(HOST);
    var other = bookings.booked(8);
    assertThat(sessions.leave(other, HOST, host)).isEmpty();
    join(other, HOST);
    assertThat(endings()).containsExactly("null null", "null null");
  }

  @Test
  void refusesAStrangerAndWritesNothing() {
    assertThat(sessions.join(booking, STRANGER))
        .isEqualTo(new Sessions.JoinResult.Refused(ProblemCode.NOT_A_PARTICIPANT));
    assertThat(sessions.join(FakeBookings.key(99), HOST))
        .isEqualTo(new Sessions.JoinResult.Refused(ProblemCode.BOOKING_NOT_FOUND));
    assertThat(endings()).isEmpty();
  }

  @Test
  void countsALiveConnectionUntilAnOutageBegan() {
    join(HOST);
    live(6_000);
    at(60_000);
    sweep.tick();
    assertThat(endings()).containsExactly("6000 outage");
  }

  @Test
  void holdsTheWatermarkAtTheLastHeartbeatOfALiveConnection() {
    join(HOST);
    live(14_000);
    assertThat(snapshot().watermarkMs()).isEqualTo(START_MS);
  }

  @Test
  void closesAnExpiredLeaseBeforeTheWatermarkPassesIt() {
    join(HOST);
    liveUntil(16_000);
    assertThat(snapshot().watermarkMs()).isEqualTo(START_MS + 16_000);
    assertThat(endings()).containsExactly("0 lease_over");
  }

  @Test
  void knowsNothingBeforeTheFirstLivenessRow() {
    DATABASE.jdbc().sql("truncate liveness").update();
    assertThat(snapshot().watermarkMs()).isZero();
  }

  @Test
  void writesNoPresenceBeforeAUsedWatermark() {
    long used = START_MS + 2_000;
    DATABASE.doInTransaction(() -> presence.recordUsedWatermarks(Map.of(booking, used)));
    DATABASE.doInTransaction(() -> presence.recordUsedWatermarks(Map.of(booking, used - 1_000)));
    join(HOST);
    assertThat(snapshot().host()).containsExactly(interval(2_000, 2_000));
  }

  @Test
  void refusesToReadOutsideATransaction() {
    assertThatThrownBy(() -> presence.snapshot(booking)).isInstanceOf(IllegalStateException.class);
  }

  private PresenceSnapshot snapshot() {
    return DATABASE.inTransaction(() -> presence.snapshot(booking));
  }

  private UUID join(Address wallet) {
    return join(booking, wallet);
  }

  private UUID join(BookingKey key, Address wallet) {
    return switch (sessions.join(key, wallet)) {
      case Sessions.JoinResult.Joined(var connection, _) -> connection.id();
      case Sessions.JoinResult.Refused(var code) -> throw new AssertionError(code);
    };
  }

  private List<String> endings() {
    return DATABASE
        .jdbc()
        .sql(
            "select (left_ms - :start) || '' as left, leave_reason from room_participants"
                + " order by joined_ms, role desc, booking_id")
        .param("start", START_MS)
        .query((row, i) -> row.getString(1) + " " + row.getString(2))
        .list();
  }

  private void at(long offsetMs) {
    clock.set(START_MS + offsetMs);
  }

  private void live(long offsetMs) {
    at(offsetMs);
    DATABASE
        .jdbc()
        .sql("insert into liveness (at_ms, node_id) values (:at, 'one')")
        .param("at", clock.millis())
        .update();
  }

  private void liveUntil(long offsetMs) {
    for (long at = 1_000; at < offsetMs; at += 1_000) {
      live(at);
    }
    live(offsetMs);
  }

  private static Interval interval(long fromOffsetMs, long untilOffsetMs) {
    return new Interval(START_MS + fromOffsetMs, START_MS + untilOffsetMs);
  }
}
