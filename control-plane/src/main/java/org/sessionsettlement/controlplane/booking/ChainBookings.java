package org.sessionsettlement.controlplane.booking;

import java.util.Optional;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * Bookings read from the chain itself, for what the mirror does not have yet. Of a cancelled one it
 * does not know who cancelled: events alone tell.
 */
public final class ChainBookings {
  private final ServedEscrows escrows;

  public ChainBookings(ServedEscrows escrows) {
    this.escrows = escrows;
  }

  /** Empty for an id never used, and for an escrow that is not served here. */
  Optional<BookingRecord> find(BookingKey key) {
    return escrows.find(key.escrow()).flatMap(escrow -> find(escrow, key));
  }

  private static Optional<BookingRecord> find(SessionEscrow escrow, BookingKey key) {
    var booking = escrow.booking(key.bookingId());
    return booking.exists() ? Optional.of(record(escrow, key, booking)) : Optional.empty();
  }

  private static BookingRecord record(SessionEscrow escrow, BookingKey key, Booking booking) {
    var slot = escrow.slot(booking.slotId());
    return new BookingRecord(
        key,
        booking.slotId(),
        slot.host(),
        booking.guest(),
        booking.amount(),
        slot.terms(),
        new BookingRecord.Offer(slot.price(), slot.cancelCutoffMins()),
        standing(booking),
        escrow.terms(key.bookingId()));
  }

  private static BookingRecord.Standing standing(Booking booking) {
    boolean refunded =
        booking.status() == org.sessionsettlement.escrow.BookingStatus.FINALIZED
            && booking.oracleOutcome() == EscrowOutcome.NONE;
    return new BookingRecord.Standing(
        booking.status(),
        booking.oracleOutcome(),
        Optional.of(booking.metricsHash()).filter(hash -> !hash.equals(Hash32.ZERO)),
        booking.attestedAt(),
        booking.finalizableAt(),
        dispute(booking),
        Optional.empty(),
        refunded);
  }

  private static Optional<BookingRecord.Dispute> dispute(Booking booking) {
    Address challenger = booking.challenger();
    return challenger.isZero()
        ? Optional.empty()
        : Optional.of(
            new BookingRecord.Dispute(challenger, booking.bondAmount(), booking.disputedAt()));
  }
}
