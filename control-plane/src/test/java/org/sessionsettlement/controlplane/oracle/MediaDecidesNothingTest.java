package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.session.MediaReports;
import org.sessionsettlement.controlplane.session.MediaState;
import org.sessionsettlement.controlplane.session.Sessions;
import org.sessionsettlement.tempo.Address;

class MediaDecidesNothingTest {
  private static final MediaState NEVER_CONNECTED = new MediaState(false, 0, 0);

  @Test
  void givesTheSameVerdictWithAndWithoutIt() {
    try (var oracle = new OracleFixture(MediaDecidesNothingTest.class)) {
      var silent = oracle.booked(1);
      var telling = oracle.booked(2);
      play(oracle, silent, Optional.empty());
      play(oracle, telling, Optional.of(NEVER_CONNECTED));
      oracle.watchedUntil(OracleFixture.END_S);
      oracle.at(OracleFixture.END_S);
      oracle.sweep().tick();

      var verdict = oracle.verdict(telling).orElseThrow();
      assertThat(verdict.decision()).isPresent();
      assertThat(verdict).isEqualTo(oracle.verdict(silent).orElseThrow());
      var reports = new MediaReports(oracle.database);
      assertThat(reports.of(telling)).isNotEmpty();
      assertThat(reports.of(silent)).isEmpty();
    }
  }

  private static void play(OracleFixture oracle, BookingKey key, Optional<MediaState> media) {
    var bookings = new FakeBookings();
    var sessions = new Sessions(oracle.database, bookings, oracle.clock);
    bookings.booked(key.bookingId());
    oracle.clock.set(OracleFixture.START_S * 1_000);
    var host = join(sessions, key, FakeBookings.HOST);
    var guest = join(sessions, key, FakeBookings.GUEST);
    for (int second = 5; second <= 1_200; second += 5) {
      oracle.clock.set((OracleFixture.START_S + second) * 1_000);
      sessions.heartbeat(key, FakeBookings.HOST, host, media);
      sessions.heartbeat(key, FakeBookings.GUEST, guest, media);
    }
  }

  private static UUID join(Sessions sessions, BookingKey key, Address wallet) {
    return ((Sessions.JoinResult.Joined) sessions.join(key, wallet)).connection().id();
  }
}
