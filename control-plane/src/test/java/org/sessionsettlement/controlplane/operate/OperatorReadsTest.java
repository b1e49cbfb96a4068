package org.sessionsettlement.controlplane.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.MirrorRows;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.operate.StuckBookings.Kind;
import org.sessionsettlement.escrow.BookingStatus;

/** What is due and what is stuck, of bookings from the same half hour. */
class OperatorReadsTest {
  private static final int ALL = 100;
  private static final long START_MS = FakeBookings.START_MS;
  private static final long END_MS = MirrorRows.END_S * 1_000;
  private static final long NO_SHOW_CLOSES_MS = END_MS + 300_000;
  private static final long LAST_MS = END_MS + 7_200_000;

  private final Database database = TestDatabase.open(OperatorReadsTest.class);
  private final MirrorRows mirror = new MirrorRows(database);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWasNeverLookedAtIsDueFromItsStart() {
    booked(1);
    mirror.put(2, BookingStatus.CANCELLED);
    assertThat(due()).containsExactly(due(1, START_MS, "starts"));
  }

  @Test
  void whatIsLookedAtSoonestComesFirstWithItsReason() {
    look(booked(1), START_MS + 9_000, null);
    verdict(1, "wait", "grace_not_over", null);
    look(booked(2), START_MS + 8_000, null);
    verdict(2, "attest", null, "Completed");
    look(booked(3), START_MS + 7_000, null);
    look(booked(4), START_MS + 60_000, START_MS + 5_000);
    look(booked(5), null, null);
    booked(6);
    assertThat(due())
        .containsExactly(
            due(6, START_MS, "starts"),
            due(4, START_MS + 5_000, "leave"),
            due(3, START_MS + 7_000, "again"),
            due(2, START_MS + 8_000, "held_until_end"),
            due(1, START_MS + 9_000, "grace_not_over"));
  }

  @Test
  void noMoreIsListedThanAskedFor() {
    booked(1);
    booked(2);
    assertThat(new DueLooks(database).next(1)).hasSize(1);
    missed(1);
    missed(2);
    assertThat(new StuckBookings(database).all(LAST_MS + 1, 1)).hasSize(1);
  }

  @Test
  void nothingIsStuckWhileASessionRunsAndItsSubmissionIsYoung() {
    booked(1);
    verdict(1, "wait", "session_running", null);
    submission(booked(2), "decided", 2, END_MS);
    assertThat(stuck(END_MS - 1)).isEmpty();
    assertThat(stuck(END_MS + StuckBookings.WAITS_LONG.toMillis())).isEmpty();
  }

  @Test
  void aSubmissionThatFailsOrWaitsIsStuck() {
    submission(booked(1), "decided", StuckBookings.FAILURES, END_MS);
    submission(booked(2), "signed", 0, END_MS);
    submission(booked(3), "confirmed", 9, END_MS);
    assertThat(stuck(END_MS + StuckBookings.WAITS_LONG.toMillis() + 1))
        .containsExactly("1 FAILING", "2 WAITING");
  }

  @Test
  void aWindowThatClosesSoonWithNothingSignedIsStuck() {
    booked(1);
    verdict(1, "attest", null, "NoShowGuest");
    booked(2);
    verdict(2, "attest", null, "Completed");
    assertThat(stuck(NO_SHOW_CLOSES_MS - 1)).containsExactly("1 WINDOW_CLOSING");
    assertThat(stuck(LAST_MS - 1)).containsExactly("2 WINDOW_CLOSING");
    submission(2, "signed", 0, LAST_MS - 1);
    assertThat(stuck(LAST_MS - 1)).isEmpty();
  }

  @Test
  void whatHasNoAnswerIsStuckUntilItsWindowsAreOver() {
    booked(1);
    verdict(1, "inconclusive", "presence_unknown", null);
    assertThat(stuck(END_MS + 1)).containsExactly("1 INCONCLUSIVE");
    assertThat(stuck(LAST_MS + 1)).isEmpty();
  }

  @Test
  void whatWasMissedIsStuckUntilItsRefundIsClaimed() {
    booked(1);
    missed(1);
    assertThat(stuck(LAST_MS + 1)).containsExactly("1 MISSED");
    mirror.put(1, BookingStatus.FINALIZED);
    assertThat(stuck(LAST_MS + 1)).isEmpty();
  }

  private List<DueLooks.Due> due() {
    return new DueLooks(database).next(ALL);
  }

  private static DueLooks.Due due(long id, long atMs, String why) {
    return new DueLooks.Due(FakeBookings.key(id), atMs, why);
  }

  private List<String> stuck(long nowMs) {
    return new StuckBookings(database)
        .all(nowMs, ALL).stream().map(OperatorReadsTest::shown).toList();
  }

  private static String shown(StuckBookings.Stuck one) {
    Kind kind = one.kind();
    return one.booking().bookingId() + " " + kind;
  }

  private long booked(long id) {
    return mirror.put(id, BookingStatus.BOOKED).bookingId();
  }

  private void missed(long id) {
    verdict(id, "missed", "window_missed", null);
  }

  private void look(long id, @Nullable Long atMs, @Nullable Long hookMs) {
    database
        .jdbc()
        .sql(
            """
            insert into looks (escrow, booking_id, next_look_ms, hook_ms, over)
            values (:escrow, :id, :at, :hook, false)
            """)
        .param("escrow", FakeBookings.ESCROW.toString())
        .param("id", id)
        .param("at", atMs)
        .param("hook", hookMs)
        .update();
  }

  private void verdict(long id, String kind, @Nullable String reason, @Nullable String outcome) {
    database
        .jdbc()
        .sql(
            """
            insert into verdicts (escrow, booking_id, at_ms, kind, reason, outcome, watermark_ms,
              chain_time_s, facts)
            values (:escrow, :id, :at, :kind, :reason, :outcome, 0, 0, '{}')
            """)
        .param("escrow", FakeBookings.ESCROW.toString())
        .param("id", id)
        .param("at", END_MS)
        .param("kind", kind)
        .param("reason", reason)
        .param("outcome", outcome)
        .update();
  }

  private void submission(long id, String stage, int attempts, long createdMs) {
    database
        .jdbc()
        .sql(
            """
            insert into outbox (escrow, booking_id, kind, outcome, metrics_hash, last_second, stage,
              created_ms, next_step_ms, attempts, tx_hash)
            values (:escrow, :id, 'attest', 'Completed', '0x', 0, :stage, :created, 0, :attempts,
              '0x')
            """)
        .param("escrow", FakeBookings.ESCROW.toString())
        .param("id", id)
        .param("stage", stage)
        .param("created", createdMs)
        .param("attempts", attempts)
        .update();
  }
}
