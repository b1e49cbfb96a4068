package org.sessionsettlement.controlplane.indexer;

import java.util.Collection;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes of bookings whose events changed, for whoever tells the parties of them. */
final class ChangedTable {
  /**
   * The note is locked even where it is there: whoever takes it away must not do so before these
   * events can be seen.
   */
  private static final String NOTED =
      " on conflict (escrow, booking_id) do update set booking_id = excluded.booking_id";

  private final JdbcClient jdbc;
  private final Address escrow;

  ChangedTable(Database database, Address escrow) {
    this.jdbc = database.jdbc();
    this.escrow = escrow;
  }

  void add(Collection<Long> bookingIds) {
    jdbc.sql(
            "insert into changed_bookings (escrow, booking_id)"
                + " select :escrow, id from unnest(:ids) as ids (id) order by id"
                + NOTED)
        .param("escrow", escrow.toString())
        .param("ids", bookingIds.toArray(Long[]::new))
        .update();
  }

  /** Notes every booking that is mirrored now. */
  void addAll() {
    jdbc.sql(
            "insert into changed_bookings (escrow, booking_id)"
                + " select escrow, booking_id from bookings where escrow = :escrow"
                + " order by booking_id"
                + NOTED)
        .param("escrow", escrow.toString())
        .update();
  }
}
