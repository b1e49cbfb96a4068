package org.sessionsettlement.controlplane.market;

import java.util.Locale;
import java.util.Optional;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowOutcome;

/** Whether a slot can be booked, as the contract has it (escrow-v1.md, Functions). */
enum SlotStatus {
  OPEN,
  BOOKED,
  CANCELLED,
  SETTLED;

  /**
   * The newest booking of a slot.
   *
   * @param cancelledAtSeconds block time, where it was cancelled
   */
  record OnIt(
      long bookingId,
      BookingStatus status,
      Optional<EscrowOutcome> cancelledBy,
      boolean refundedUnattested,
      Optional<Long> cancelledAtSeconds) {}

  /**
   * The status that follows from what happened.
   *
   * @param takenBack by its host, while it was open
   * @param freeUntilSeconds until when, inclusive, a guest's cancellation opens the slot again
   */
  static SlotStatus of(boolean takenBack, long freeUntilSeconds, Optional<OnIt> booking) {
    if (takenBack) {
      return CANCELLED;
    }
    return booking.map(one -> of(one, freeUntilSeconds)).orElse(OPEN);
  }

  private static SlotStatus of(OnIt booking, long freeUntilSeconds) {
    return switch (booking.status()) {
      case NONE -> OPEN;
      case BOOKED, ATTESTED, DISPUTED, RESOLVED -> BOOKED;
      case FINALIZED -> booking.refundedUnattested() ? CANCELLED : SETTLED;
      case CANCELLED -> cancelled(booking, freeUntilSeconds);
    };
  }

  private static SlotStatus cancelled(OnIt booking, long freeUntilSeconds) {
    if (booking.cancelledBy().filter(EscrowOutcome.CANCELLED_BY_HOST::equals).isPresent()) {
      return CANCELLED;
    }
    return booking.cancelledAtSeconds().filter(at -> at <= freeUntilSeconds).isPresent()
        ? OPEN
        : SETTLED;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
