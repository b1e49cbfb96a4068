package org.sessionsettlement.controlplane.booking;

import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bookings that the chain took back to Booked, as the mirror's rollback left note of them in its
 * own transaction: an attestation among what was undone has to be made again.
 */
public final class ReopenedBookings {
  private static final int MOST = 500;

  private final JdbcClient jdbc;

  public ReopenedBookings(Database database) {
    this.jdbc = database.jdbc();
  }

  /**
   * Takes some of the notes away. To be called in the transaction that acts on them: where that
   * fails they are there again.
   */
  public List<BookingKey> take() {
    return jdbc.sql(
            """
            delete from reopened_bookings where (escrow, booking_id) in (
              select escrow, booking_id from reopened_bookings limit :most for update skip locked)
            returning escrow, booking_id
            """)
        .param("most", MOST)
        .query(
            (row, i) ->
                new BookingKey(Address.parse(row.getString("escrow")), row.getLong("booking_id")))
        .list();
  }
}
