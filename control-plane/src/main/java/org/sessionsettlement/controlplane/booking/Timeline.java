package org.sessionsettlement.controlplane.booking;

import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the mirror saw happen to a booking and to the slot it is on, in order. */
public final class Timeline {
  private final JdbcClient jdbc;

  public Timeline(Database database) {
    this.jdbc = database.jdbc();
  }

  /**
   * One event.
   *
   * @param atSeconds the time of its block, unix seconds
   * @param name the contract's
   * @param fieldsJson its members, a JSON object in snake_case
   */
  public record Entry(long atSeconds, long block, String txHash, String name, String fieldsJson) {}

  public List<Entry> of(BookingKey key) {
    return jdbc.sql(
            """
            select e.* from escrow_events e
            where e.escrow = :escrow and (e.booking_id = :booking
              or (e.name = 'SessionSlotCreated' and e.slot_id in (
                select slot_id from bookings where escrow = :escrow and booking_id = :booking)))
            order by e.block_number, e.log_index
            """)
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .query(
            (row, i) ->
                new Entry(
                    row.getLong("block_time_s"),
                    row.getLong("block_number"),
                    row.getString("tx_hash"),
                    row.getString("name"),
                    row.getString("fields")))
        .list();
  }
}
