package org.sessionsettlement.controlplane.notice;

import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The events of bookings, as the mirror has them. */
final class ChainEvents {
  private final JdbcClient jdbc;

  ChainEvents(Database database) {
    this.jdbc = database.jdbc();
  }

  /** All events of these bookings, in their order. */
  List<ChainEvent> of(List<BookingKey> keys) {
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
                    BookingKey.read(row),
                    row.getString("block_hash") + ":" + row.getLong("log_index"),
                    row.getString("name"),
                    row.getLong("block_time_s"),
                    row.getString("tx_hash"),
                    JsonMapper.shared().readTree(row.getString("fields"))))
        .list();
  }
}
