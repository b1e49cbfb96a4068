package org.sessionsettlement.controlplane.privacy;

import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Erases what is personal of a booking, both parties': their presence, what their clients said of
 * their media, and the words of their statements. Verdicts, metrics bytes and the hashes of
 * statements stay: what was committed to must remain verifiable.
 */
final class BookingErasure {
  private static final String OF_BOOKING = " where escrow = :escrow and booking_id = :booking";

  /** In this order: media reports are found by the connections that they belong to. */
  private static final List<String> ERASURES =
      List.of(
          "delete from media_reports where connection_id in (select connection_id from"
              + " room_participants"
              + OF_BOOKING
              + ")",
          "delete from room_participants" + OF_BOOKING,
          "update statements set text = null, salt = null" + OF_BOOKING);

  /** The statuses after which the contract moves no money of a booking any more. */
  static final String FINAL = "('CANCELLED', 'FINALIZED')";

  private final Database database;

  BookingErasure(Database database) {
    this.database = database;
  }

  /** Erases it, unless the money is not final after all once the booking is locked. */
  void erase(BookingKey booking) {
    database.doInTransaction(
        () -> {
          database.bookingLocks().lock(booking);
          if (isFinal(booking)) {
            ERASURES.forEach(sql -> of(booking, sql).update());
          }
        });
  }

  private boolean isFinal(BookingKey booking) {
    return of(booking, "select count(*) from bookings" + OF_BOOKING + " and status in " + FINAL)
        .query(Long.class)
        .single()
        .equals(1L);
  }

  private JdbcClient.StatementSpec of(BookingKey booking, String sql) {
    return database
        .jdbc()
        .sql(sql)
        .param("escrow", booking.escrow().toString())
        .param("booking", booking.bookingId());
  }
}
