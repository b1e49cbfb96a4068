package org.sessionsettlement.controlplane.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.FakeBookings.HOST;
import static org.sessionsettlement.controlplane.FakeBookings.START_MS;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.Lease;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.Rulebook;

/**
 * What presence says after each fault, to the second: a host whose client sends a heartbeat every
 * five seconds and joins anew when its lease is over, on a service that writes a row a second.
 */
class PresenceFaultsTest {
  private static final Database DATABASE = TestDatabase.open(PresenceFaultsTest.class);
  private static final int LEASE_S = (int) Lease.LENGTH.toSeconds();
  private static final int HEARTBEAT_S = (int) Lease.HEARTBEAT_EVERY.toSeconds();

  private final SettableClock clock = new SettableClock(START_MS);
  private final FakeBookings bookings = new FakeBookings();
  private final BookingKey booking = bookings.booked(1);
  private final Presence presence = new Presence(DATABASE, clock);
  private Sessions service = new Sessions(DATABASE, bookings, clock);
  private int second = -1;
  private boolean isServiceUp = true;
  private boolean isClientHeard = true;
  private @Nullable UUID seat;

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void startEmpty() {
    DATABASE.jdbc().sql("truncate liveness, room_participants, used_watermarks").update();
    playUntil(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 12, 14})
  void endsAtTheLastHeartbeatOfAClientThatWasKilled(int killedAt) {
    playUntil(killedAt);
    isClientHeard = false;
    playUntil(60);
    assertThat(stays()).containsExactly("0-10 lease_over");
  }

  @Test
  void losesNothingToACutOfThreeSeconds() {
    cut(11, 14);
    playUntil(60);
    assertThat(stays()).containsExactly("0-60 live");
  }

  @Test
  void losesWhatACutOfTwentySecondsTook() {
    cut(11, 31);
    playUntil(60);
    assertThat(stays()).containsExactly("0-10 lease_over", "35-60 live");
  }

  @Test
  void losesNothingToARestartInsideTheLease() {
    killService(11, 24);
    playUntil(60);
    assertThat(stays()).containsExactly("0-60 live");
  }

  @Test
  void countsUntilAnOutageBeganAndFromTheReturn() {
    killService(12, 42);
    playUntil(60);
    assertThat(stays()).containsExactly("0-12 outage", "45-60 live");
  }

  /** Nobody can tell a client that died from one that could not be heard: a lease is the most. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 9, 10, 14, 15, 16, 20, 29, 30})
  void isOffByNoMoreThanALeaseWhereTheServiceWasKilledAfterTheClient(int killedAfter) {
    int clientDied = 31;
    playUntil(clientDied);
    isClientHeard = false;
    killService(clientDied + killedAfter, 200);
    playUntil(230);
    long recordedUntil = snapshot().host().getFirst().untilMs() / 1_000 - START_MS / 1_000;
    assertThat(recordedUntil - clientDied).isBetween((long) -HEARTBEAT_S, (long) LEASE_S);
  }

  @Test
  void countsOnlyTheSessionOfWhatIsRecordedAroundIt() {
    DATABASE.jdbc().sql("truncate liveness, room_participants").update();
    seat = null;
    second = -61;
    playUntil(1_900);
    var host = snapshot().host();
    assertThat(host).containsExactly(new Interval(START_MS - 60_000, START_MS + 1_900_000));
    var facts =
        new Facts(FakeBookings.HALF_AN_HOUR, host, host, List.of(), START_MS + 1_900_000, 1);
    assertThat(Rulebook.decision(facts).orElseThrow().overlapMs())
        .isEqualTo(FakeBookings.HALF_AN_HOUR.durationMs());
  }

  /** The network between client and service is away in between. */
  private void cut(int from, int until) {
    playUntil(from);
    isClientHeard = false;
    playUntil(until);
    isClientHeard = true;
  }

  /** As by kill -9: nothing is said, nothing is remembered; then a new process. */
  private void killService(int at, int backAt) {
    playUntil(at);
    isServiceUp = false;
    playUntil(backAt - 1);
    isServiceUp = true;
    service = new Sessions(DATABASE, bookings, clock);
  }

  private void playUntil(int until) {
    while (second < until) {
      second++;
      clock.set(START_MS + second * 1_000L);
      playSecond();
    }
  }

  private void playSecond() {
    if (isServiceUp) {
      watch();
      new LeaseSweep(DATABASE, clock).tick();
      if (isClientHeard && second % HEARTBEAT_S == 0) {
        speak();
      }
    }
  }

  private void speak() {
    boolean isCounted =
        seat != null
            && service.heartbeat(booking, HOST, seat, Optional.empty())
                instanceof Sessions.HeartbeatResult.Counted;
    if (!isCounted && service.join(booking, HOST) instanceof Sessions.JoinResult.Joined joined) {
      seat = joined.connection().id();
    }
  }

  private void watch() {
    DATABASE
        .jdbc()
        .sql("insert into liveness (at_ms, node_id) values (:at, 'one')")
        .param("at", clock.millis())
        .update();
  }

  private PresenceSnapshot snapshot() {
    return DATABASE.inTransaction(() -> presence.snapshot(booking));
  }

  private List<String> stays() {
    return DATABASE
        .jdbc()
        .sql(
            """
            select (joined_ms - :start) / 1000 || '-'
              || (coalesce(left_ms, last_seen_ms) - :start) / 1000 || ' '
              || coalesce(leave_reason, 'live')
            from room_participants order by joined_ms
            """)
        .param("start", START_MS)
        .query((row, i) -> row.getString(1))
        .list();
  }
}
