package org.sessionsettlement.controlplane.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sessionsettlement.tempo.Address;

/**
 * Names a booking for as long as an installation serves more than one escrow.
 *
 * @param escrow the contract that holds the booking
 * @param bookingId the contract's counter, from 1
 */
public record BookingKey(Address escrow, long bookingId) {
  public BookingKey {
    if (bookingId < 0) {
      throw new IllegalArgumentException("booking ids are not negative: " + bookingId);
    }
  }

  /** The booking that a row names by its columns escrow and booking_id. */
  public static BookingKey read(ResultSet row) throws SQLException {
    return new BookingKey(Columns.address(row, "escrow"), row.getLong("booking_id"));
  }

  /** {@code <escrow address>-<id>}, as in URLs and logs. */
  @Override
  public String toString() {
    return escrow + "-" + bookingId;
  }
}
