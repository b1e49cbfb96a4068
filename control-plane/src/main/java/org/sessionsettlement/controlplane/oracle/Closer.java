package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Hash32;

/** Ends submissions, and says when their bookings are to be looked at again. */
final class Closer {
  private static final long DECIDE_AGAIN_MS = 1_000;

  /** Should the mirror still say Booked by then, the chain has gone back on it: look again. */
  private static final long DOUBLE_CHECK_MS = 60_000;

  private final Database database;
  private final Outbox outbox;
  private final Transactions transactions;
  private final Looks looks;
  private final OracleTelemetry telemetry;
  private final InstantSource clock;

  Closer(Database database, OracleTelemetry telemetry, InstantSource clock) {
    this.database = database;
    this.outbox = new Outbox(database);
    this.transactions = new Transactions(database);
    this.looks = new Looks(database);
    this.telemetry = telemetry;
    this.clock = clock;
  }

  /** Ends those that have not gone on meanwhile. */
  void close(List<Outbox.Closing> closings) {
    if (!closings.isEmpty()) {
      report(closings, database.inTransaction(() -> closeAndSchedule(closings)));
    }
  }

  /**
   * Ends a transaction and with it its members, unless another node has.
   *
   * @param alone members that are to be tried again, each alone
   */
  void close(
      Hash32 transaction,
      Transactions.End end,
      List<Outbox.Closing> closings,
      List<Submission> alone) {
    var closed =
        database.inTransaction(
            () -> {
              long nowMs = clock.millis();
              if (!transactions.close(transaction, end, nowMs)) {
                return Set.<Long>of();
              }
              outbox.alone(alone, "in " + transaction + ", which did nothing", nowMs);
              return closeAndSchedule(closings);
            });
    report(closings, closed);
  }

  private Set<Long> closeAndSchedule(List<Outbox.Closing> closings) {
    long nowMs = clock.millis();
    var closed = outbox.close(closings, nowMs);
    looks.lookAt(
        closings.stream()
            .filter(closing -> closed.contains(closing.submission().id()))
            .filter(closing -> closing.submission().intent() instanceof Intent.Attest)
            .map(closing -> look(closing, nowMs))
            .toList());
    return closed;
  }

  private static Looks.Look look(Outbox.Closing closing, long nowMs) {
    boolean decideAgain =
        closing.how() instanceof Stage.Expired || closing.how() instanceof Stage.Refused;
    return Looks.Look.at(
        closing.submission().intent().booking(),
        nowMs + (decideAgain ? DECIDE_AGAIN_MS : DOUBLE_CHECK_MS));
  }

  private void report(List<Outbox.Closing> closings, Set<Long> closed) {
    long nowMs = clock.millis();
    for (var closing : closings) {
      var submission = closing.submission();
      if (closed.contains(submission.id())) {
        telemetry.over(submission, closing.how(), nowMs);
      }
    }
  }
}
