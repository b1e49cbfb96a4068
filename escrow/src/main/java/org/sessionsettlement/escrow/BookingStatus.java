package org.sessionsettlement.escrow;

/** What a booking is in; the contract's {@code SessionBookingStatus}, in its order. */
public enum BookingStatus {
  /** There is no such booking. */
  NONE,
  BOOKED,
  CANCELLED,
  ATTESTED,
  DISPUTED,
  RESOLVED,
  FINALIZED
}
