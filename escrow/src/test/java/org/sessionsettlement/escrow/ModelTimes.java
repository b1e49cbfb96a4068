package org.sessionsettlement.escrow;

import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Draws the seconds of blocks. Those of a function that time opens or closes are often at such a
 * moment, +-1 s: the next more often than those after it.
 */
final class ModelTimes {
  private static final long MINUTE = 60;
  private static final long COMPLETED_WINDOW = 7_200;

  private ModelTimes() {}

  /** A booking and what decides its moments. */
  private record Booked(Booking booking, Slot slot, BookingTerms terms) {}

  static long draw(ModelChance chance, String function, ModelState state, long last) {
    return chance.oneIn(isWaiting(function) ? 2 : 8)
        ? atMoment(chance, function, state, last)
        : soon(chance, last);
  }

  /** At a moment of the function, +-1 s; soon where it has none ahead. */
  static long atMoment(ModelChance chance, String function, ModelState state, long last) {
    TreeSet<Long> ahead =
        moments(function, state)
            .filter(moment -> moment > last)
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
    if (ahead.isEmpty()) {
      return soon(chance, last);
    }
    long chosen = Objects.requireNonNull(ahead.pollFirst());
    while (!ahead.isEmpty() && chance.below(5) >= 3) {
      chosen = Objects.requireNonNull(ahead.pollFirst());
    }
    return Math.max(last + 1, chosen + chance.below(3) - 1);
  }

  private static long soon(ModelChance chance, long last) {
    return last + 1 + chance.below(8);
  }

  /** Opened by time; the others are only closed by it. */
  private static boolean isWaiting(String function) {
    return switch (function) {
      case "attest", "claimIfUnattested", "finalizeDisputeByTimeout", "finalize" -> true;
      default -> false;
    };
  }

  private static LongStream moments(String function, ModelState s) {
    return switch (function) {
      case "book" -> openSlots(s).mapToLong(slot -> slot.startTime() - MINUTE);
      case "acceptRequest", "cancelRequest" -> openRequests(s).flatMapToLong(ModelTimes::ofRequest);
      case "cancelBookingAsGuest", "cancelBookingAsHost" ->
          in(s, BookingStatus.BOOKED).flatMapToLong(ModelTimes::ofCancel);
      case "attest" -> in(s, BookingStatus.BOOKED).flatMapToLong(ModelTimes::ofAttest);
      case "claimIfUnattested" ->
          in(s, BookingStatus.BOOKED)
              .mapToLong(b -> ModelState.endOf(b.slot()) + b.terms().noAttestBuffer());
      case "challenge", "finalize" ->
          in(s, BookingStatus.ATTESTED).mapToLong(b -> b.booking().finalizableAt());
      case "finalizeDisputeByTimeout" ->
          in(s, BookingStatus.DISPUTED)
              .mapToLong(b -> b.booking().disputedAt() + b.terms().disputeTimeout());
      default -> LongStream.empty();
    };
  }

  private static Stream<Slot> openSlots(ModelState s) {
    return s.slots.values().stream().filter(slot -> slot.status() == SlotStatus.OPEN);
  }

  private static Stream<SessionRequest> openRequests(ModelState s) {
    return s.requests.values().stream().filter(r -> r.status() == RequestStatus.OPEN);
  }

  private static Stream<Booked> in(ModelState s, BookingStatus status) {
    return s.bookings.entrySet().stream()
        .filter(entry -> entry.getValue().status() == status)
        .map(
            entry ->
                new Booked(
                    entry.getValue(),
                    s.slot(entry.getValue().slotId()),
                    s.termsOf(entry.getKey())));
  }

  private static LongStream ofRequest(SessionRequest request) {
    return LongStream.of(request.expiry(), request.windowStart() - MINUTE);
  }

  private static LongStream ofCancel(Booked b) {
    long start = b.slot().startTime();
    return LongStream.of(start, start - MINUTE * b.slot().cancelCutoffMins());
  }

  private static LongStream ofAttest(Booked b) {
    Slot slot = b.slot();
    long graceEnd = slot.startTime() + MINUTE * slot.graceMins();
    return LongStream.of(
        graceEnd,
        graceEnd + MINUTE * slot.durationMins(),
        slot.startTime() + MINUTE * slot.minOverlapMins(),
        ModelState.endOf(slot) + COMPLETED_WINDOW);
  }
}
