package org.sessionsettlement.controlplane.oracle;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.session.Ending;
import org.sessionsettlement.controlplane.session.SeatOver;

/**
 * The speed: some seconds after somebody left, the booking is evaluated. Who leaves again before
 * that puts it off, within a bound; who comes back in time finds nothing changed. It never
 * evaluates by itself, and a leave that it does not hear of is found by the sweep.
 */
public final class LeaveHook {
  /** A client that reloads its page is back by then. */
  public static final Duration DEBOUNCE = Duration.ofSeconds(5);

  /** However often somebody leaves. */
  static final Duration PUT_OFF_AT_MOST = Duration.ofSeconds(30);

  private final Database database;
  private final Looks looks;
  private final EvaluationTasks tasks;
  private final OracleTelemetry telemetry;
  private final InstantSource clock;

  public LeaveHook(
      Database database, EvaluationTasks tasks, OracleTelemetry telemetry, InstantSource clock) {
    this.database = database;
    this.looks = new Looks(database);
    this.tasks = tasks;
    this.telemetry = telemetry;
    this.clock = clock;
  }

  /** Somebody's seat is over; several nodes may hear of it, which changes nothing. */
  public void left(SeatOver seat) {
    if (seat.reason() == Ending.Reason.REPLACED) {
      return;
    }
    long nowMs = clock.millis();
    long atMs = nowMs + DEBOUNCE.toMillis();
    telemetry.left(seat, nowMs);
    database.doInTransaction(
        () ->
            looks
                .lookAfterLeave(seat.booking(), atMs, PUT_OFF_AT_MOST.toMillis())
                .map(dueMs -> Looks.Look.at(seat.booking(), dueMs))
                .ifPresent(look -> tasks.at(List.of(look))));
  }
}
