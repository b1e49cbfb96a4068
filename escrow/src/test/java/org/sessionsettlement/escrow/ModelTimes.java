package org.sessionsettlement.escrow;

import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Draws the seconds of blocks: {@code 1/oneIn} of them at a boundary to come, +-1 s, the next more
 * often than those after it.
 */
final class ModelTimes {
  private static final int MINUTE = 60;

  private ModelTimes() {}

  static long draw(Random random, ModelState state, long last, int oneIn) {
    if (random.nextInt(oneIn) != 0) {
      return last + 1 + random.nextInt(8);
    }
    SortedSet<Long> boundaries = after(state, last);
    long chosen = last + 1;
    for (long boundary : boundaries) {
      chosen = boundary;
      if (random.nextInt(5) < 3) {
        break;
      }
    }
    return Math.max(last + 1, chosen + random.nextInt(3) - 1);
  }

  private static SortedSet<Long> after(ModelState state, long last) {
    SortedSet<Long> all = new TreeSet<>();
    state.slots.values().forEach(slot -> addSlot(all, slot));
    state.bookings.forEach((id, booking) -> addBooking(all, state, id, booking));
    state.requests.values().stream()
        .filter(request -> request.status() == RequestStatus.OPEN)
        .forEach(
            request -> {
              all.add(request.expiry());
              all.add(request.windowStart() - MINUTE);
            });
    return new TreeSet<>(all.tailSet(last + 1));
  }

  private static void addSlot(Set<Long> all, Slot slot) {
    if (slot.status() == SlotStatus.OPEN || slot.status() == SlotStatus.BOOKED) {
      all.add(slot.startTime() - MINUTE);
      all.add(slot.startTime());
      all.add(slot.startTime() - (long) MINUTE * slot.cancelCutoffMins());
    }
  }

  private static void addBooking(Set<Long> all, ModelState state, long id, Booking booking) {
    Slot slot = state.slot(booking.slotId());
    BookingTerms terms = state.termsOf(id);
    switch (booking.status()) {
      case BOOKED -> {
        long graceEnd = slot.startTime() + MINUTE * slot.graceMins();
        all.add(graceEnd);
        all.add(graceEnd + (long) MINUTE * slot.durationMins());
        all.add(slot.startTime() + (long) MINUTE * slot.minOverlapMins());
        all.add(ModelState.endOf(slot) + 7_200);
        all.add(ModelState.endOf(slot) + terms.noAttestBuffer());
      }
      case ATTESTED -> all.add(booking.finalizableAt());
      case DISPUTED -> all.add(booking.disputedAt() + terms.disputeTimeout());
      default -> {}
    }
  }
}
