package org.sessionsettlement.controlplane.booking;

import org.sessionsettlement.escrow.BookingStatus;

/** The contract's names of a booking's status. */
public final class StatusText {
  private StatusText() {}

  public static String of(BookingStatus status) {
    return switch (status) {
      case NONE -> "None";
      case BOOKED -> "Booked";
      case CANCELLED -> "Cancelled";
      case ATTESTED -> "Attested";
      case DISPUTED -> "Disputed";
      case RESOLVED -> "Resolved";
      case FINALIZED -> "Finalized";
    };
  }
}
