package org.sessionsettlement.controlplane.ops;

import java.util.List;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.Lease;
import org.sessionsettlement.rules.Interval;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the service itself was not watching, read from the liveness rows of all nodes. */
public final class Gaps {
  private static final String ROWS =
      """
      select distinct at_ms from liveness
      where at_ms >= coalesce((select max(at_ms) from liveness where at_ms <= :settled), :settled)
        and at_ms <= coalesce((select min(at_ms) from liveness where at_ms >= :until), :until)
      order by at_ms
      """;

  private final JdbcClient jdbc;

  public Gaps(Database database) {
    this.jdbc = database.jdbc();
  }

  /**
   * The gaps inside the window, in order and apart from each other. What comes after the newest row
   * is not known to be a gap yet: the watermark does not pass that row.
   */
  public List<Interval> within(Interval window) {
    long settledMs = window.fromMs() - Lease.LENGTH_MS;
    var rows =
        jdbc.sql(ROWS)
            .param("settled", settledMs)
            .param("until", window.untilMs())
            .query((row, i) -> row.getLong(1))
            .list();
    boolean installationsFirst = rows.isEmpty() || rows.getFirst() > settledMs;
    return GapFinder.gaps(rows, installationsFirst, window);
  }
}
