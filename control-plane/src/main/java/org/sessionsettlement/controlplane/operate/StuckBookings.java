package org.sessionsettlement.controlplane.operate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What does not go on by itself, or not in time: what a person should look at. */
public final class StuckBookings {
  /** A step that failed so often is no passing trouble. */
  static final int FAILURES = 3;

  /** A submission is mined within seconds; the validity of a transaction is half a minute. */
  static final Duration WAITS_LONG = Duration.ofMinutes(2);

  /** What is left of a window in which a person can still do something. */
  static final Duration CLOSES_SOON = Duration.ofMinutes(15);

  private final JdbcClient jdbc;

  public StuckBookings(Database database) {
    this.jdbc = database.jdbc();
  }

  /** In which way something is stuck. */
  public enum Kind {
    /** A submission that failed {@link #FAILURES} times or more, and is tried again. */
    FAILING,
    /** A submission that is not over after {@link #WAITS_LONG}. */
    WAITING,
    /**
     * The session is over, the window closes within {@link #CLOSES_SOON}, and nothing is signed.
     */
    WINDOW_CLOSING,
    /** The rulebook gives no answer: an operator may, inside the window. */
    INCONCLUSIVE,
    /** Nothing can attest it any more, and nobody has claimed the refund yet. */
    MISSED;

    /** As JSON has it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A booking with its trouble.
   *
   * @param sinceMs since when, milliseconds since the epoch; for {@link Kind#WINDOW_CLOSING} until
   *     when
   * @param detail what is known of it: the intent and its last failure, or the outcome
   */
  public record Stuck(BookingKey booking, Kind kind, long sinceMs, Optional<String> detail) {}

  /** The first of each kind, those that are stuck longest first. */
  public List<Stuck> all(long nowMs, int limitOfEach) {
    return jdbc.sql(
            SUBMISSIONS + " union all " + BOOKINGS + " order by since_ms, escrow, booking_id, kind")
        .param("now", nowMs)
        .param("failures", FAILURES)
        .param("waits", WAITS_LONG.toMillis())
        .param("soon", CLOSES_SOON.toMillis())
        .param("limit", limitOfEach)
        .query(
            (row, i) ->
                new Stuck(
                    BookingKey.read(row),
                    Kind.valueOf(row.getString("kind")),
                    row.getLong("since_ms"),
                    Optional.ofNullable(row.getString("detail"))))
        .list();
  }

  private static final String SUBMISSIONS =
      """
      (select escrow, booking_id, 'FAILING' as kind, created_ms as since_ms,
         kind || ': ' || coalesce(note, '') as detail
       from outbox where stage in ('decided', 'signed') and attempts >= :failures
       order by created_ms limit :limit)
      union all
      (select escrow, booking_id, 'WAITING', created_ms, kind || ': ' || stage
       from outbox where stage in ('decided', 'signed') and attempts < :failures
         and created_ms < :now - :waits
       order by created_ms limit :limit)
      """;

  /** Booked and begun, with its newest verdict and the end of the window that matters to it. */
  private static final String BOOKINGS =
      """
      (with judged as (
         select b.escrow, b.booking_id, v.kind, v.outcome, v.at_ms,
           (b.start_s + s.duration_mins * 60) * 1000 as end_ms,
           (b.start_s + s.duration_mins * 60 + case
              when v.outcome = 'Completed' then 7200
              when v.outcome is not null then s.grace_mins * 60
              else greatest(7200, s.grace_mins * 60) end) * 1000 as closes_ms
         from bookings b join slots s using (escrow, slot_id)
         left join lateral (select kind, outcome, at_ms from verdicts v
           where v.escrow = b.escrow and v.booking_id = b.booking_id
           order by id desc limit 1) v on true
         where b.status = 'BOOKED' and b.start_s * 1000 <= :now)
       (select escrow, booking_id, 'WINDOW_CLOSING', closes_ms, outcome from judged j
        where end_ms <= :now and closes_ms between :now and :now + :soon
          and not exists (select 1 from outbox o
            where o.escrow = j.escrow and o.booking_id = j.booking_id
              and o.kind = 'attest' and o.stage in ('signed', 'confirmed'))
        order by closes_ms limit :limit)
       union all
       (select escrow, booking_id, upper(kind), at_ms, outcome from judged
        where kind = 'inconclusive' and closes_ms >= :now order by at_ms limit :limit)
       union all
       (select escrow, booking_id, upper(kind), at_ms, outcome from judged
        where kind = 'missed' order by at_ms limit :limit))
      """;
}
