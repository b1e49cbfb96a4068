package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.sessionsettlement.controlplane.db.Database;

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

  /** Ends transactions and with them their members, but for those that another node has ended. */
  void end(List<Ending> endings) {
    if (!endings.isEmpty()) {
      report(closings(endings), database.inTransaction(() -> endOurs(endings)));
    }
  }

  private Set<Long> endOurs(List<Ending> endings) {
    long nowMs = clock.millis();
    var closed = transactions.close(endings, nowMs);
    var ours = endings.stream().filter(one -> closed.contains(one.transaction())).toList();
    for (var one : ours) {
      outbox.alone(one.alone(), "in " + one.transaction() + ", which did nothing", nowMs);
    }
    return closeAndSchedule(closings(ours));
  }

  private static List<Outbox.Closing> closings(List<Ending> endings) {
    return endings.stream().flatMap(one -> one.closings().stream()).toList();
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
