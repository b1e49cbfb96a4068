package org.sessionsettlement.escrow;

import java.math.BigInteger;
import org.sessionsettlement.escrow.ModelState.Tx;
import org.sessionsettlement.tempo.Address;

/** Offers. */
final class ModelRequests {
  private ModelRequests() {}

  static void createRequest(
      ModelState s,
      Tx tx,
      Address target,
      long windowStart,
      long windowEnd,
      int duration,
      BigInteger amount,
      long expiry) {
    ModelRefusal.unless(amount.signum() > 0, "BAD_AMOUNT");
    ModelRefusal.unless(duration >= 1 && duration <= 240, "BAD_DURATION");
    ModelRefusal.unless(windowStart > tx.now() + 60, "START_TOO_SOON");
    ModelRefusal.unless(windowEnd >= windowStart, "BAD_WINDOW");
    ModelRefusal.unless(expiry > tx.now(), "EXPIRED");
    ModelRefusal.unless(expiry <= windowEnd, "BAD_EXPIRY");
    ModelRefusal.unless(amount.compareTo(s.basePrice(target)) >= 0, "LOW_OFFER");
    ModelState.checkSize(amount);
    s.token.pull(tx.sender(), s.escrow, amount);
    s.hold(amount);
    long id = s.requests.size() + 1L;
    Address nobody = Address.ZERO;
    s.requests.put(
        id,
        new SessionRequest(
            target,
            tx.sender(),
            windowStart,
            windowEnd,
            duration,
            amount,
            expiry,
            RequestStatus.OPEN,
            0,
            0,
            nobody));
    s.events.add(
        new EscrowEvent.SessionRequestCreated(
            id, target, tx.sender(), windowStart, windowEnd, duration, amount, expiry));
  }

  static void cancelRequest(ModelState s, Tx tx, long id) {
    SessionRequest request = s.request(id);
    ModelRefusal.unless(request.status() == RequestStatus.OPEN, "NOT_OPEN");
    ModelRefusal.unless(tx.sender().equals(request.guest()), "NOT_GUEST");
    s.credit(request.guest(), request.amount());
    s.requests.put(id, with(request, RequestStatus.CANCELLED, 0, 0, Address.ZERO));
    s.events.add(new EscrowEvent.SessionRequestCancelled(id, request.amount()));
  }

  static void acceptRequest(
      ModelState s, Tx tx, long id, long start, int grace, int overlap, int cutoff) {
    SessionRequest request = s.request(id);
    Address host = tx.sender();
    BigInteger base = s.basePrice(host);
    boolean forAny = request.hostTarget().isZero();
    ModelRefusal.unless(request.status() == RequestStatus.OPEN, "NOT_OPEN");
    ModelRefusal.unless(tx.now() <= request.expiry(), "EXPIRED");
    ModelRefusal.unless(!host.equals(request.guest()), "GUEST_CANNOT_ACCEPT");
    ModelRefusal.unless(forAny || host.equals(request.hostTarget()), "NOT_HOST");
    ModelRefusal.unless(request.amount().compareTo(base) >= 0, "LOW_OFFER");
    ModelRefusal.unless(request.windowStart() <= start && start <= request.windowEnd(), "BAD_TIME");
    ModelRefusal.unless(start > tx.now() + 60, "START_TOO_SOON");
    BigInteger price = base.signum() > 0 ? base : request.amount();
    long slotId =
        ModelSlots.addSlot(s, host, price, start, request.durationMins(), grace, overlap, cutoff);
    long bookingId = s.addBooking(slotId, request.guest(), request.amount());
    s.requests.put(id, with(request, RequestStatus.ACCEPTED, slotId, bookingId, host));
    s.events.add(
        new EscrowEvent.SessionBooked(bookingId, slotId, request.guest(), request.amount()));
    s.events.add(new EscrowEvent.SessionRequestAccepted(id, host, slotId, bookingId, start));
  }

  private static SessionRequest with(
      SessionRequest r, RequestStatus status, long slotId, long bookingId, Address host) {
    return new SessionRequest(
        r.hostTarget(),
        r.guest(),
        r.windowStart(),
        r.windowEnd(),
        r.durationMins(),
        r.amount(),
        r.expiry(),
        status,
        slotId,
        bookingId,
        host);
  }
}
