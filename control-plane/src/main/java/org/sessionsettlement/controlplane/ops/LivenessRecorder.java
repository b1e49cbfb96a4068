package org.sessionsettlement.controlplane.ops;

import java.time.InstantSource;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes that this node was watching; what is missing between the rows is a gap. It does so over a
 * connection of its own, so that overload of the pool makes no gap.
 */
public final class LivenessRecorder {
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final String nodeId;

  public LivenessRecorder(Database database, InstantSource clock, String nodeId) {
    this.jdbc = database.ownLine();
    this.clock = clock instanceof DatabaseClock ? DatabaseClock.onOwnLine(database) : clock;
    this.nodeId = nodeId;
  }

  /** Writes one row for now. */
  public void tick() {
    jdbc.sql("insert into liveness (at_ms, node_id) values (:at, :node) on conflict do nothing")
        .param("at", clock.millis())
        .param("node", nodeId)
        .update();
  }
}
