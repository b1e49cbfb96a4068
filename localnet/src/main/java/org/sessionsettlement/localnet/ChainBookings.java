package org.sessionsettlement.localnet;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.escrow.Slot;

/**
 * Reads from the chain which booked slots wait for an outcome. For a local chain: it reads every
 * booking there is.
 */
public final class ChainBookings implements Supplier<List<BookedSlot>> {
  private static final long SECONDS_PER_MINUTE = 60;

  private final SessionEscrow escrow;

  public ChainBookings(SessionEscrow escrow) {
    this.escrow = escrow;
  }

  @Override
  public List<BookedSlot> get() {
    List<Long> ids = LongStream.range(1, escrow.nextBookingId()).boxed().toList();
    List<Long> slots =
        escrow.bookings(ids).stream()
            .filter(booking -> booking.status() == BookingStatus.BOOKED)
            .map(Booking::slotId)
            .toList();
    return escrow.slots(slots).stream().map(ChainBookings::booked).toList();
  }

  private static BookedSlot booked(Slot slot) {
    long start = slot.startTime();
    return new BookedSlot(start, start + slot.durationMins() * SECONDS_PER_MINUTE);
  }
}
