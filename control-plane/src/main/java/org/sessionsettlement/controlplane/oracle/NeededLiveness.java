package org.sessionsettlement.controlplane.oracle;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.session.LeaseSweep;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From when on the service's liveness may still have a part in a verdict. */
public final class NeededLiveness {
  /**
   * Kept however little is booked: the mirror may be behind, or the chain away, for as long and the
   * bookings that come late are still judged.
   */
  static final Duration MARGIN = Duration.ofDays(1);

  private static final long COMPLETED_AFTER_END_SECONDS = 7_200;
  private static final long MS_PER_SECOND = 1_000;

  private final JdbcClient jdbc;
  private final LeaseSweep leases;
  private final InstantSource clock;

  public NeededLiveness(Database database, LeaseSweep leases, InstantSource clock) {
    this.jdbc = database.jdbc();
    this.leases = leases;
    this.clock = clock;
  }

  /**
   * The earliest of: the start of each booking that can still be attested, the last heartbeat of
   * each connection that is not closed, and the margin.
   */
  public long fromMs() {
    long marginMs = clock.millis() - MARGIN.toMillis();
    long openMs = leases.oldestOpenHeartbeatMs().orElse(marginMs);
    return Math.min(marginMs, Math.min(openMs, earliestStartMs(marginMs).orElse(marginMs)));
  }

  /** The windows of rules.AttestationWindow, and a margin: the chain may be behind our clock. */
  private Optional<Long> earliestStartMs(long marginMs) {
    return jdbc.sql(
            """
            select min(b.start_s) * :ms from bookings b join slots s using (escrow, slot_id)
            where b.status = 'BOOKED' and b.start_s <= :margin
              and b.start_s + s.duration_mins * 60 + greatest(s.grace_mins * 60, :after) >= :margin
            """)
        .param("ms", MS_PER_SECOND)
        .param("margin", marginMs / MS_PER_SECOND)
        .param("after", COMPLETED_AFTER_END_SECONDS)
        .query(Long.class)
        .optional();
  }
}
