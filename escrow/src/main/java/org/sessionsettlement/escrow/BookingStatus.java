package org.sessionsettlement.escrow;

/** Stand-in until the escrow module lands. */
public enum BookingStatus {
  NONE,
  BOOKED,
  CANCELLED,
  ATTESTED,
  DISPUTED,
  RESOLVED,
  FINALIZED
}
