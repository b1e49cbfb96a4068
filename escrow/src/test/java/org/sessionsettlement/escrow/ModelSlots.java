package org.sessionsettlement.escrow;

import java.math.BigInteger;
import org.sessionsettlement.escrow.ModelState.Tx;
import org.sessionsettlement.tempo.Address;

/** Slots, and bookings until they begin. */
final class ModelSlots {
  private ModelSlots() {}

  static void setHostBasePrice(ModelState s, Tx tx, BigInteger price) {
    ModelRefusal.unless(price.signum() > 0, "BAD_PRICE");
    ModelState.checkSize(price);
    s.basePrices.put(tx.sender(), price);
    s.events.add(new EscrowEvent.HostBasePriceSet(tx.sender(), price));
  }

  static void createSlot(
      ModelState s, Tx tx, long start, int duration, int grace, int overlap, int cutoff) {
    BigInteger price = s.basePrice(tx.sender());
    ModelRefusal.unless(price.signum() > 0, "NO_BASE_PRICE");
    ModelRefusal.unless(start > tx.now() + 60, "START_TOO_SOON");
    ModelRefusal.unless(duration >= 1 && duration <= 240, "BAD_DURATION");
    addSlot(s, tx.sender(), price, start, duration, grace, overlap, cutoff);
  }

  static long addSlot(
      ModelState s,
      Address host,
      BigInteger price,
      long start,
      int duration,
      int grace,
      int overlap,
      int cutoff) {
    ModelRefusal.unless(overlap <= duration, "BAD_OVERLAP");
    ModelRefusal.unless(cutoff <= 10_080, "BAD_CUTOFF");
    long id = s.slots.size() + 1L;
    s.slots.put(
        id, new Slot(host, start, duration, price, grace, overlap, cutoff, SlotStatus.OPEN));
    s.events.add(new EscrowEvent.SessionSlotCreated(id, host, start, duration, price));
    return id;
  }

  static void cancelSlot(ModelState s, Tx tx, long id) {
    ModelRefusal.unless(tx.sender().equals(s.slot(id).host()), "NOT_HOST");
    ModelRefusal.unless(s.slot(id).status() == SlotStatus.OPEN, "NOT_OPEN");
    s.setSlot(id, SlotStatus.CANCELLED);
    s.events.add(new EscrowEvent.SessionSlotCancelled(id));
  }

  static void book(ModelState s, Tx tx, long slotId) {
    Slot slot = s.slot(slotId);
    ModelRefusal.unless(slot.status() == SlotStatus.OPEN, "NOT_AVAILABLE");
    ModelRefusal.unless(slot.startTime() > tx.now() + 60, "TOO_LATE");
    ModelRefusal.unless(s.bookingOn(slotId) == 0, "ALREADY_BOOKED");
    ModelRefusal.unless(!tx.sender().equals(slot.host()), "HOST_CANNOT_BOOK");
    s.token.pull(tx.sender(), s.escrow, slot.price());
    s.hold(slot.price());
    long id = s.addBooking(slotId, tx.sender(), slot.price());
    s.events.add(new EscrowEvent.SessionBooked(id, slotId, tx.sender(), slot.price()));
  }

  static void cancelBookingAsGuest(ModelState s, Tx tx, long id) {
    Booking booking = s.booking(id);
    Slot slot = s.slot(booking.slotId());
    ModelRefusal.unless(booking.status() == BookingStatus.BOOKED, "NOT_BOOKED");
    ModelRefusal.unless(tx.sender().equals(booking.guest()), "NOT_GUEST");
    ModelRefusal.unless(tx.now() < slot.startTime(), "ALREADY_STARTED");
    s.setBooking(id, BookingStatus.CANCELLED, EscrowOutcome.NONE, 0);
    if (tx.now() <= slot.startTime() - 60L * slot.cancelCutoffMins()) {
      refundAll(s, id, booking, SlotStatus.OPEN, EscrowOutcome.CANCELLED_BY_GUEST);
    } else {
      penalise(s, id, booking, slot);
    }
  }

  static void cancelBookingAsHost(ModelState s, Tx tx, long id) {
    Booking booking = s.booking(id);
    Slot slot = s.slot(booking.slotId());
    ModelRefusal.unless(booking.status() == BookingStatus.BOOKED, "NOT_BOOKED");
    ModelRefusal.unless(tx.sender().equals(slot.host()), "NOT_HOST");
    ModelRefusal.unless(tx.now() < slot.startTime(), "ALREADY_STARTED");
    s.setBooking(id, BookingStatus.CANCELLED, EscrowOutcome.NONE, 0);
    refundAll(s, id, booking, SlotStatus.CANCELLED, EscrowOutcome.CANCELLED_BY_HOST);
  }

  private static void refundAll(
      ModelState s, long id, Booking booking, SlotStatus slotStatus, EscrowOutcome reason) {
    BigInteger zero = BigInteger.ZERO;
    s.setSlot(booking.slotId(), slotStatus);
    s.slotToBooking.remove(booking.slotId());
    s.credit(booking.guest(), booking.amount());
    s.events.add(
        new EscrowEvent.SessionBookingCancelled(id, reason, booking.amount(), zero, zero, zero));
  }

  private static void penalise(ModelState s, long id, Booking booking, Slot slot) {
    BigInteger penalty = ModelState.share(booking.amount(), s.termsOf(id).lateCancelPenaltyBps());
    BigInteger fee = ModelState.share(penalty, s.termsOf(id).feeBps());
    BigInteger refund = booking.amount().subtract(penalty);
    s.setSlot(booking.slotId(), SlotStatus.SETTLED);
    s.credit(booking.guest(), refund);
    s.credit(s.treasury, fee);
    s.credit(slot.host(), penalty.subtract(fee));
    s.events.add(
        new EscrowEvent.SessionBookingCancelled(
            id, EscrowOutcome.CANCELLED_BY_GUEST, refund, penalty, penalty.subtract(fee), fee));
  }
}
