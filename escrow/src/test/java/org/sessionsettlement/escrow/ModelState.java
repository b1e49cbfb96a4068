package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * Everything an escrow remembers, as docs/escrow-v1.md tells it: nothing packed, nothing shared.
 */
final class ModelState {
  /** Who asks, and the second of the block. */
  record Tx(Address sender, long now) {}

  static final BigInteger BPS = BigInteger.valueOf(10_000);
  private static final BigInteger TOO_LARGE = BigInteger.TWO.pow(96);

  final Address escrow;
  final ModelToken token;
  Address owner = Address.ZERO;
  Address pendingOwner = Address.ZERO;
  Address oracle = Address.ZERO;
  Address treasury = Address.ZERO;
  BookingTerms terms = NO_TERMS;
  BigInteger totalHeld = BigInteger.ZERO;
  final Map<Address, BigInteger> basePrices = new HashMap<>();
  final Map<Address, BigInteger> owed = new HashMap<>();
  final Map<Long, Slot> slots = new HashMap<>();
  final Map<Long, Long> slotToBooking = new HashMap<>();
  final Map<Long, Booking> bookings = new HashMap<>();
  final Map<Long, BookingTerms> termsOf = new HashMap<>();
  final Map<Long, SessionRequest> requests = new HashMap<>();
  final List<EscrowEvent> events = new ArrayList<>();

  static final BookingTerms NO_TERMS = new BookingTerms(0, 0, 0, 0, 0, BigInteger.ZERO);
  private static final Slot NO_SLOT =
      new Slot(Address.ZERO, 0, 0, BigInteger.ZERO, 0, 0, 0, SlotStatus.OPEN);
  private static final Booking NO_BOOKING =
      new Booking(
          0,
          Address.ZERO,
          BigInteger.ZERO,
          BookingStatus.NONE,
          EscrowOutcome.NONE,
          Hash32.ZERO,
          0,
          0,
          Address.ZERO,
          BigInteger.ZERO,
          0);
  private static final SessionRequest NO_REQUEST =
      new SessionRequest(
          Address.ZERO,
          Address.ZERO,
          0,
          0,
          0,
          BigInteger.ZERO,
          0,
          RequestStatus.NONE,
          0,
          0,
          Address.ZERO);

  ModelState(Address escrow, ModelToken token) {
    this.escrow = escrow;
    this.token = token;
  }

  /** To try something on; without the events so far. */
  ModelState copy() {
    ModelState copy = new ModelState(escrow, token.copy());
    copy.owner = owner;
    copy.pendingOwner = pendingOwner;
    copy.oracle = oracle;
    copy.treasury = treasury;
    copy.terms = terms;
    copy.totalHeld = totalHeld;
    copy.basePrices.putAll(basePrices);
    copy.owed.putAll(owed);
    copy.slots.putAll(slots);
    copy.slotToBooking.putAll(slotToBooking);
    copy.bookings.putAll(bookings);
    copy.termsOf.putAll(termsOf);
    copy.requests.putAll(requests);
    return copy;
  }

  Slot slot(long id) {
    return slots.getOrDefault(id, NO_SLOT);
  }

  Booking booking(long id) {
    return bookings.getOrDefault(id, NO_BOOKING);
  }

  BookingTerms termsOf(long bookingId) {
    return termsOf.getOrDefault(bookingId, NO_TERMS);
  }

  SessionRequest request(long id) {
    return requests.getOrDefault(id, NO_REQUEST);
  }

  long bookingOn(long slotId) {
    return slotToBooking.getOrDefault(slotId, 0L);
  }

  BigInteger basePrice(Address host) {
    return basePrices.getOrDefault(host, BigInteger.ZERO);
  }

  BigInteger owedTo(Address account) {
    return owed.getOrDefault(account, BigInteger.ZERO);
  }

  void credit(Address account, BigInteger amount) {
    owed.merge(account, amount, BigInteger::add);
  }

  void hold(BigInteger amount) {
    totalHeld = totalHeld.add(amount);
  }

  void setSlot(long id, SlotStatus status) {
    Slot s = slot(id);
    slots.put(
        id,
        new Slot(
            s.host(),
            s.startTime(),
            s.durationMins(),
            s.price(),
            s.graceMins(),
            s.minOverlapMins(),
            s.cancelCutoffMins(),
            status));
  }

  /** Whatever a booking becomes but Disputed: nobody's challenge any more. */
  void setBooking(long id, BookingStatus status, EscrowOutcome outcome, long finalizableAt) {
    Booking b = booking(id);
    bookings.put(
        id,
        new Booking(
            b.slotId(),
            b.guest(),
            b.amount(),
            status,
            outcome,
            b.metricsHash(),
            b.attestedAt(),
            finalizableAt,
            Address.ZERO,
            BigInteger.ZERO,
            0));
  }

  /** A new booking takes the terms of this moment. */
  long addBooking(long slotId, Address guest, BigInteger amount) {
    long id = bookings.size() + 1L;
    bookings.put(
        id,
        new Booking(
            slotId,
            guest,
            amount,
            BookingStatus.BOOKED,
            EscrowOutcome.NONE,
            Hash32.ZERO,
            0,
            0,
            Address.ZERO,
            BigInteger.ZERO,
            0));
    termsOf.put(id, terms);
    slotToBooking.put(slotId, id);
    setSlot(slotId, SlotStatus.BOOKED);
    return id;
  }

  static long endOf(Slot slot) {
    return slot.startTime() + 60L * slot.durationMins();
  }

  static BigInteger share(BigInteger amount, int bps) {
    return amount.multiply(BigInteger.valueOf(bps)).divide(BPS);
  }

  static void checkSize(BigInteger amount) {
    ModelRefusal.unless(amount.compareTo(TOO_LARGE) < 0, "AMOUNT_TOO_LARGE");
  }
}
