package org.sessionsettlement.controlplane.indexer;

import java.util.List;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes of bookings that are Booked again, for whoever judges bookings. */
final class ReopenedTable {
  private final JdbcClient jdbc;
  private final Address escrow;

  ReopenedTable(Database database, Address escrow) {
    this.jdbc = database.jdbc();
    this.escrow = escrow;
  }

  void add(List<Long> bookingIds) {
    jdbc.sql(
            """
            insert into reopened_bookings select :escrow, id from unnest(:ids) as ids (id)
            on conflict do nothing
            """)
        .param("escrow", escrow.toString())
        .param("ids", bookingIds.toArray(Long[]::new))
        .update();
  }
}
