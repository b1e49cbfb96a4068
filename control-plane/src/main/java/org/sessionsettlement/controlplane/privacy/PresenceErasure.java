package org.sessionsettlement.controlplane.privacy;

import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Erases the presence of a booking, both parties' and with what their clients said of their media.
 * Verdicts and metrics bytes stay: the hash on chain must remain verifiable.
 */
final class PresenceErasure {
  private final Database database;

  PresenceErasure(Database database) {
    this.database = database;
  }

  /** The statuses after which the contract moves no money of a booking any more. */
  static final String FINAL = "('CANCELLED', 'FINALIZED')";

  /** Erases it, unless the money is not final after all once the booking is locked. */
  void erase(BookingKey booking) {
    database.doInTransaction(
        () -> {
          database.bookingLocks().lock(booking);
          if (isFinal(booking)) {
            delete(booking);
          }
        });
  }

  private boolean isFinal(BookingKey booking) {
    return of(
            booking,
            "select count(*) from bookings where status in "
                + FINAL
                + " and escrow = :escrow and booking_id = :booking")
        .query(Long.class)
        .single()
        .equals(1L);
  }

  private void delete(BookingKey booking) {
    of(
            booking,
            """
            delete from media_reports where connection_id in (
              select connection_id from room_participants
              where escrow = :escrow and booking_id = :booking)
            """)
        .update();
    of(booking, "delete from room_participants where escrow = :escrow and booking_id = :booking")
        .update();
  }

  private JdbcClient.StatementSpec of(BookingKey booking, String sql) {
    return database
        .jdbc()
        .sql(sql)
        .param("escrow", booking.escrow().toString())
        .param("booking", booking.bookingId());
  }
}
