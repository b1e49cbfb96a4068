package org.sessionsettlement.controlplane.app;

import java.util.List;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.ops.LocalTimeStep.Session;

/** Sessions that are booked and wait for an outcome. */
final class WaitingSessions {
  private static final int MOST = 10_000;

  private final Database database;

  WaitingSessions(Database database) {
    this.database = database;
  }

  List<Session> all() {
    return database
        .jdbc()
        .sql(
            """
            select b.start_s, b.start_s + s.duration_mins * 60 as end_s from bookings b
            join slots s using (escrow, slot_id) where b.status = 'BOOKED' limit :most
            """)
        .param("most", MOST)
        .query((row, i) -> new Session(row.getLong("start_s"), row.getLong("end_s")))
        .list();
  }
}
