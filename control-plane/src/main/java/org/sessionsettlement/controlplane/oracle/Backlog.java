package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Metric;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits in the tables, for gauges: read by a tick and not by whoever scrapes, so that a
 * database that is away or slow delays no scrape. What could not be read is unknown.
 */
public final class Backlog {
  private static final double MS_PER_SECOND = 1_000;

  /** A booking that nobody has looked at by then has been alarmed for long. */
  private static final long NEW_FOR_S = 3_600;

  private static final int MOST_OPEN = 100_000;
  private static final int MOST_DISPUTES = 10_000;

  private final JdbcClient jdbc;
  private final Looks looks;
  private final EvaluationTasks tasks;
  private final InstantSource clock;
  private volatile Optional<Seen> seen = Optional.empty();

  public Backlog(Database database, InstantSource clock) {
    this.jdbc = database.jdbc();
    this.looks = new Looks(database);
    this.tasks = new EvaluationTasks(database);
    this.clock = clock;
  }

  private record Submissions(long open, double oldestMs) {}

  private record Disputes(long open, long pastHalf) {}

  private record Seen(
      Submissions submissions, Disputes disputes, double overdueMs, double sweepAgeMs) {}

  /** Shows what the newest tick has read. */
  public void showOn(Meters meters) {
    meters.gauge(Metric.OUTBOX_OPEN, () -> last(at -> at.submissions().open()));
    meters.gauge(Metric.OUTBOX_OLDEST, () -> seconds(at -> at.submissions().oldestMs()));
    meters.gauge(Metric.DISPUTES_OPEN, () -> last(at -> at.disputes().open()));
    meters.gauge(Metric.DISPUTES_HALF_TIMEOUT, () -> last(at -> at.disputes().pastHalf()));
    meters.gauge(Metric.EVALUATION_OVERDUE, () -> seconds(Seen::overdueMs));
    meters.gauge(Metric.SWEEP_AGE, () -> seconds(Seen::sweepAgeMs));
  }

  private double last(ToDoubleFunction<Seen> value) {
    return seen.map(value::applyAsDouble).orElse(Double.NaN);
  }

  private double seconds(ToDoubleFunction<Seen> milliseconds) {
    return last(milliseconds) / MS_PER_SECOND;
  }

  /** Reads them anew. */
  public void tick() {
    try {
      seen = Optional.of(read(clock.millis()));
    } catch (RuntimeException e) {
      seen = Optional.empty();
      throw e;
    }
  }

  private Seen read(long nowMs) {
    return new Seen(submissions(nowMs), disputes(nowMs), overdueMs(nowMs), sweepAgeMs(nowMs));
  }

  private Submissions submissions(long nowMs) {
    return jdbc.sql(
            """
            select count(*) as open, coalesce(:now - min(created_ms), 0) as oldest
            from (select created_ms from outbox where stage in ('decided', 'signed') limit :most) o
            """)
        .param("now", nowMs)
        .param("most", MOST_OPEN)
        .query((row, i) -> new Submissions(row.getLong("open"), row.getDouble("oldest")))
        .single();
  }

  private Disputes disputes(long nowMs) {
    return jdbc.sql(
            """
            select count(*) as open,
              count(*) filter (where disputed_at_s + dispute_timeout_s / 2 <= :now) as past_half
            from (select disputed_at_s, dispute_timeout_s from bookings where status = 'DISPUTED'
                  order by disputed_at_s limit :most) d
            """)
        .param("now", nowMs / 1_000)
        .param("most", MOST_DISPUTES)
        .query((row, i) -> new Disputes(row.getLong("open"), row.getLong("past_half")))
        .single();
  }

  private double overdueMs(long nowMs) {
    return looks.due(nowMs, nowMs / 1_000 - NEW_FOR_S, 1).values().stream()
        .mapToLong(dueMs -> nowMs - dueMs)
        .max()
        .orElse(0);
  }

  private double sweepAgeMs(long nowMs) {
    return tasks.sweptMs().map(sweptMs -> (double) (nowMs - sweptMs)).orElse(Double.NaN);
  }
}
