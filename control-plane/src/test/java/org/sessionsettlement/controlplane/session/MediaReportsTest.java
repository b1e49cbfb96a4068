package org.sessionsettlement.controlplane.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sessionsettlement.controlplane.FakeBookings.GUEST;
import static org.sessionsettlement.controlplane.FakeBookings.HOST;
import static org.sessionsettlement.controlplane.FakeBookings.START_MS;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.tempo.Address;

class MediaReportsTest {
  private static final Database DATABASE = TestDatabase.open(MediaReportsTest.class);
  private static final MediaState DOWN = new MediaState(false, 0, 0);

  private static long ids;

  private final SettableClock clock = new SettableClock(START_MS);
  private final FakeBookings bookings = new FakeBookings();
  private final Sessions sessions = new Sessions(DATABASE, bookings, clock);
  private final MediaReports reports = new MediaReports(DATABASE);
  private final BookingKey booking = bookings.booked(++ids);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void keepsARowAMinuteWhileNothingChangesButTheBytes() {
    var host = join(HOST);
    for (int second = 0; second <= 120; second += 5) {
      say(HOST, host, second, up(second));
    }
    assertThat(reports.of(booking)).containsExactly(host(0), host(60), host(120));
  }

  @Test
  void keepsAChangeAtTheNextHeartbeat() {
    var host = join(HOST);
    say(HOST, host, 0, DOWN);
    say(HOST, host, 5, up(5));
    say(HOST, host, 10, up(10));
    assertThat(reports.of(booking))
        .containsExactly(new MediaReport(Role.HOST, START_MS, DOWN), host(5));
  }

  @Test
  void keepsNoMoreThanARowAHeartbeatHoweverOftenItChanges() {
    var host = join(HOST);
    for (int i = 0; i < 50; i++) {
      clock.set(START_MS + i * 100L);
      sessions.heartbeat(booking, HOST, host, Optional.of(i % 2 == 0 ? DOWN : up(i)));
    }
    assertThat(reports.of(booking)).hasSize(1);
  }

  @Test
  void keepsBothPartiesApart() {
    var host = join(HOST);
    var guest = join(GUEST);
    say(HOST, host, 0, up(0));
    say(GUEST, guest, 0, DOWN);
    assertThat(reports.of(booking))
        .containsExactly(new MediaReport(Role.GUEST, START_MS, DOWN), host(0));
    assertThat(reports.of(bookings.booked(++ids))).isEmpty();
  }

  @Test
  void keepsNothingOfAHeartbeatThatIsRefused() {
    var host = join(HOST);
    say(HOST, host, 16, up(0));
    assertThat(reports.of(booking)).isEmpty();
  }

  @Test
  void showsNoMoreThanTheNewest() {
    var host = join(HOST);
    for (int i = 0; i <= MediaReports.MOST_SHOWN; i++) {
      reports.add(host, START_MS + i * 60_000L, up(i));
    }
    assertThat(reports.of(booking))
        .hasSize(MediaReports.MOST_SHOWN)
        .extracting(MediaReport::state)
        .startsWith(up(1))
        .endsWith(up(MediaReports.MOST_SHOWN));
  }

  @Test
  void countsBytesThatEveryJsonReaderKeeps() {
    for (long bytes : List.of(-1L, MediaState.MOST_BYTES + 1)) {
      assertThatThrownBy(() -> new MediaState(true, bytes, 0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new MediaState(true, 0, bytes))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new MediaState(true, 0, MediaState.MOST_BYTES).bytesReceived()).isPositive();
  }

  private void say(Address wallet, UUID connection, int second, MediaState state) {
    clock.set(START_MS + second * 1_000L);
    sessions.heartbeat(booking, wallet, connection, Optional.of(state));
  }

  private UUID join(Address wallet) {
    return ((Sessions.JoinResult.Joined) sessions.join(booking, wallet)).connection().id();
  }

  private static MediaState up(long bytes) {
    return new MediaState(true, bytes, bytes);
  }

  private static MediaReport host(int second) {
    return new MediaReport(Role.HOST, START_MS + second * 1_000L, up(second));
  }
}
