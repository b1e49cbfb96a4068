package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.FakeBookings.HOST;
import static org.sessionsettlement.controlplane.FakeBookings.START_MS;
import static org.sessionsettlement.controlplane.FakeBookings.START_S;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.ops.ChainClock;
import org.sessionsettlement.controlplane.ops.ChainHead;
import org.sessionsettlement.controlplane.ops.LivenessRecorder;
import org.sessionsettlement.controlplane.session.LeaseSweep;
import org.sessionsettlement.controlplane.session.Sessions;

class LocalClockControllerTest {
  private static final Database DATABASE = TestDatabase.open(LocalClockControllerTest.class);

  private final AtomicLong block = new AtomicLong(START_S);
  private final ChainClock clock =
      new ChainClock(new SettableClock(0), () -> new ChainHead(block.get() - START_S, block.get()));
  private final LivenessRecorder liveness = new LivenessRecorder(DATABASE, clock, "one");
  private final AtomicLong ticked = new AtomicLong();
  private final Runnable counter = ticked::incrementAndGet;
  private final LocalClockController controller =
      new LocalClockController(clock, liveness, new LeaseSweep(DATABASE, clock), List.of(counter));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void makesMovedTimeWatchedTimeAndClosesLeases() {
    var bookings = new FakeBookings();
    var sessions = new Sessions(DATABASE, bookings, clock);
    assertThat(sessions.join(bookings.booked(1), HOST))
        .isInstanceOf(Sessions.JoinResult.Joined.class);
    for (int steps = 1; steps <= 4; steps++) {
      block.addAndGet(5);
      var synced = controller.sync();
      assertThat(synced.nowMs()).isEqualTo(START_MS + steps * 5_000L);
      assertThat(synced.block()).isEqualTo(steps * 5L);
    }
    assertThat(ticked).hasValue(4);
    assertThat(DATABASE.jdbc().sql("select at_ms from liveness").query(Long.class).list())
        .contains(START_MS + 5_000, START_MS + 10_000, START_MS + 15_000, START_MS + 20_000);
    assertThat(
            DATABASE.jdbc().sql("select left_ms from room_participants").query(Long.class).single())
        .isEqualTo(START_MS);
  }
}
