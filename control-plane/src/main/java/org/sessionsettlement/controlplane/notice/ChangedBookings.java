package org.sessionsettlement.controlplane.notice;

import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Bookings whose events changed since they were last looked at, and those events. */
final class ChangedBookings {
  private static final int MOST = 500;

  private final JdbcClient jdbc;

  ChangedBookings(Database database) {
    this.jdbc = database.jdbc();
  }

  /**
   * Takes some of the mirror's notes away. To be called in the transaction that acts on them: where
   * that fails they are there again.
   */
  List<BookingKey> take() {
    return jdbc.sql(
            """
            delete from changed_bookings where (escrow, booking_id) in (
              select escrow, booking_id from changed_bookings order by escrow, booking_id
              limit :most for update skip locked)
            returning escrow, booking_id
            """)
        .param("most", MOST)
        .query(
            (row, i) ->
                new BookingKey(Address.parse(row.getString("escrow")), row.getLong("booking_id")))
        .list();
  }

  /** All events of these bookings, in their order. */
  List<ChainEvent> events(List<BookingKey> keys) {
    return jdbc.sql(
            """
            select e.* from escrow_events e
            join unnest(:escrows::text[], :bookings::bigint[]) k (escrow, booking_id)
              using (escrow, booking_id)
            order by e.block_number, e.log_index
            """)
        .param("escrows", Columns.escrows(keys))
        .param("bookings", Columns.bookings(keys))
        .query(
            (row, i) ->
                new ChainEvent(
                    new BookingKey(
                        Address.parse(row.getString("escrow")), row.getLong("booking_id")),
                    row.getString("block_hash") + ":" + row.getLong("log_index"),
                    row.getString("name"),
                    row.getLong("block_time_s"),
                    row.getString("tx_hash"),
                    JsonMapper.shared().readTree(row.getString("fields"))))
        .list();
  }
}
