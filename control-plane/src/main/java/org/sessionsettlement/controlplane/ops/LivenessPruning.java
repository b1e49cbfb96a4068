package org.sessionsettlement.controlplane.ops;

import java.util.function.LongSupplier;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.Lease;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes liveness rows that nobody will ask for any more. */
public final class LivenessPruning {
  /** Bounded work a tick; at a tick a minute it keeps up with hundreds of nodes. */
  static final int ROWS_A_TICK = 20_000;

  private final JdbcClient jdbc;
  private final LongSupplier neededFromMs;

  /**
   * @param neededFromMs the earliest instant whose gaps may still be asked for
   */
  public LivenessPruning(Database database, LongSupplier neededFromMs) {
    this.jdbc = database.jdbc();
    this.neededFromMs = neededFromMs;
  }

  /**
   * Removes the oldest rows that are not needed, up to a bound. The newest row a lease before what
   * is needed stays: without it, time before the first row left would look like time before the
   * installation.
   *
   * @return how many rows went
   */
  public int tick() {
    return jdbc.sql(
            """
            delete from liveness where (at_ms, node_id) in (
              select at_ms, node_id from liveness
              where at_ms < (select max(at_ms) from liveness where at_ms <= :settled)
              order by at_ms limit :most)
            """)
        .param("settled", neededFromMs.getAsLong() - Lease.LENGTH_MS)
        .param("most", ROWS_A_TICK)
        .update();
  }
}
