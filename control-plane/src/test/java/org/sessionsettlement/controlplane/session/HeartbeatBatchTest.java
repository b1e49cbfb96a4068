package org.sessionsettlement.controlplane.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sessionsettlement.controlplane.FakeBookings.GUEST;
import static org.sessionsettlement.controlplane.FakeBookings.HOST;
import static org.sessionsettlement.controlplane.FakeBookings.START_MS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.session.Sessions.HeartbeatResult;
import org.sessionsettlement.tempo.Address;

class HeartbeatBatchTest {
  private static final Database DATABASE = TestDatabase.open(HeartbeatBatchTest.class);

  private final SettableClock clock = new SettableClock(START_MS);
  private final FakeBookings bookings = new FakeBookings();
  private final Sessions sessions = new Sessions(DATABASE, bookings, clock);
  private final HeartbeatBatch batch = new HeartbeatBatch(DATABASE, sessions, clock);
  private final List<HeartbeatResult> answers = new ArrayList<>();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void startEmpty() {
    DATABASE.jdbc().sql("truncate liveness, room_participants, media_reports").update();
  }

  @Test
  void countsThousandsAtTheTimeOfTheFlush() {
    for (int i = 1; i <= 1_200; i++) {
      var booking = bookings.booked(i);
      submit(booking, HOST, join(booking, HOST));
    }
    clock.set(START_MS + 4_000);
    batch.flush();
    assertThat(answers).hasSize(1_200).containsOnly(new HeartbeatResult.Counted(START_MS + 4_000));
    assertThat(lastSeen()).containsOnly(START_MS + 4_000);
  }

  @Test
  void countsBothPartiesOfABookingInOneRound() {
    var booking = bookings.booked(1);
    submit(booking, HOST, join(booking, HOST));
    submit(booking, GUEST, join(booking, GUEST));
    batch.flush();
    assertThat(answers).hasSize(2).allMatch(HeartbeatResult.Counted.class::isInstance);
  }

  @Test
  void refusesALateOneAndEndsItsSeatWhileTheOthersCount() {
    var booking = bookings.booked(1);
    var host = join(booking, HOST);
    clock.set(START_MS + 15_001);
    var guest = join(booking, GUEST);
    submit(booking, HOST, host);
    submit(booking, GUEST, guest);
    batch.flush();
    assertThat(answers)
        .containsExactlyInAnyOrder(
            new HeartbeatResult.Counted(START_MS + 15_001),
            new HeartbeatResult.Refused(ProblemCode.LEASE_OVER));
  }

  @Test
  void waitsForABookingThatIsBeingJudgedAndForNoOther() throws Exception {
    var judged = bookings.booked(1);
    var other = bookings.booked(2);
    submit(judged, HOST, join(judged, HOST));
    submit(other, HOST, join(other, HOST));
    whileLocked(
        judged,
        () -> {
          batch.flush();
          assertThat(answers).hasSize(1);
        });
    batch.flush();
    assertThat(answers).hasSize(2);
  }

  @Test
  void forgetsOneWhoseBookingStaysLockedForTooLong() throws Exception {
    var judged = bookings.booked(1);
    submit(judged, HOST, join(judged, HOST));
    whileLocked(
        judged,
        () -> {
          for (int round = 0; round < HeartbeatBatch.ROUNDS; round++) {
            batch.flush();
          }
        });
    batch.flush();
    assertThat(answers).isEmpty();
  }

  @Test
  void countsLaterWhatTheDatabaseCouldNotTake() {
    var booking = bookings.booked(1);
    submit(booking, HOST, join(booking, HOST));
    DATABASE.jdbc().sql("alter table room_participants rename to away").update();
    try {
      assertThatThrownBy(batch::flush).isInstanceOf(RuntimeException.class);
    } finally {
      DATABASE.jdbc().sql("alter table away rename to room_participants").update();
    }
    clock.set(START_MS + 9_000);
    batch.flush();
    assertThat(answers).containsExactly(new HeartbeatResult.Counted(START_MS + 9_000));
  }

  @Test
  void keepsWhatClientsSayOfTheirMediaAsSingleHeartbeatsDo() {
    var booking = bookings.booked(1);
    var seat = join(booking, HOST);
    for (int second = 0; second <= 120; second += 5) {
      clock.set(START_MS + second * 1_000L);
      var media = Optional.of(new MediaState(second >= 30, second, 0));
      batch.submit(new HeartbeatBatch.Beat(booking, HOST, seat, media), answers::add);
      batch.flush();
    }
    assertThat(
            DATABASE
                .jdbc()
                .sql("select (at_ms - ?) / 1000 from media_reports order by at_ms")
                .param(START_MS)
                .query((row, i) -> row.getLong(1))
                .list())
        .containsExactly(0L, 30L, 90L);
  }

  private void submit(BookingKey booking, Address wallet, UUID seat) {
    batch.submit(new HeartbeatBatch.Beat(booking, wallet, seat, Optional.empty()), answers::add);
  }

  private UUID join(BookingKey booking, Address wallet) {
    return ((Sessions.JoinResult.Joined) sessions.join(booking, wallet)).connection().id();
  }

  private static List<Long> lastSeen() {
    return DATABASE
        .jdbc()
        .sql("select last_seen_ms from room_participants")
        .query((row, i) -> row.getLong(1))
        .list();
  }

  private static void whileLocked(BookingKey booking, Runnable work) throws Exception {
    var locked = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    var judge =
        CompletableFuture.runAsync(
            () ->
                DATABASE.doInTransaction(
                    () -> {
                      DATABASE.bookingLocks().lock(booking);
                      locked.countDown();
                      await(done);
                    }));
    locked.await();
    work.run();
    done.countDown();
    judge.get();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
