package org.sessionsettlement.controlplane.db;

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

  /** {@code <escrow address>-<id>}, as in URLs and logs. */
  @Override
  public String toString() {
    return escrow + "-" + bookingId;
  }
}
