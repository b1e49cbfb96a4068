package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The guarantee: every booking that is due gets evaluated, whether or not anybody ever joined. Any
 * number of nodes may sweep; under the booking's lock the second finds that it is no longer due.
 */
public final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final int BATCH = 200;
  private static final long AFTER_FAILURE_MS = 10_000;

  private final JdbcClient jdbc;
  private final Evaluator evaluator;
  private final Looks looks;
  private final OracleMeters meters;
  private final InstantSource clock;

  public Sweep(Database database, Evaluator evaluator, OracleMeters meters, InstantSource clock) {
    this.jdbc = database.jdbc();
    this.evaluator = evaluator;
    this.looks = new Looks(database);
    this.meters = meters;
    this.clock = clock;
  }

  /** Evaluates what is due; the failure of one booking stops no other. */
  public void tick() {
    var due = due(clock.millis());
    if (!due.isEmpty()) {
      var time = evaluator.chainTime();
      due.forEach(key -> evaluate(key, time));
    }
  }

  private void evaluate(BookingKey key, ChainTime time) {
    try {
      evaluator.evaluateIfDue(key, time);
    } catch (RuntimeException e) {
      meters.evaluationFailed();
      LOG.error("{}: not evaluated, tried again in {} ms", key, AFTER_FAILURE_MS, e);
      looks.lookAt(key, clock.millis() + AFTER_FAILURE_MS);
    }
  }

  private List<BookingKey> due(long nowMs) {
    return jdbc.sql(
            """
            select b.escrow, b.booking_id from bookings b
            left join looks l using (escrow, booking_id)
            where b.status = 'BOOKED' and b.start_s <= :now / 1000
              and (l.escrow is null or l.next_look_ms <= :now)
            order by coalesce(l.next_look_ms, 0) limit :limit
            """)
        .param("now", nowMs)
        .param("limit", BATCH)
        .query(
            (row, i) ->
                new BookingKey(Address.parse(row.getString("escrow")), row.getLong("booking_id")))
        .list();
  }
}
