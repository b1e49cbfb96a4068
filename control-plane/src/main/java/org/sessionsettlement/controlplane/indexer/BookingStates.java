package org.sessionsettlement.controlplane.indexer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.escrow.EscrowEvent;

/** Folds events of many bookings into their states. */
final class BookingStates {
  private BookingStates() {}

  /**
   * The states of all bookings that were made by one of these events.
   *
   * @param events each booking's from its first on, in their order
   */
  static Map<Long, BookingState> of(List<IndexedEvent> events) {
    Map<Long, BookingState> states = new LinkedHashMap<>();
    for (var indexed : events) {
      switch (indexed.event()) {
        case EscrowEvent.SessionBooked booked ->
            states.put(booked.bookingId(), BookingState.of(booked));
        case EscrowEvent.OfBooking event ->
            states.computeIfPresent(
                event.bookingId(), (id, before) -> before.apply(event, indexed.atSeconds()));
        default -> {}
      }
    }
    return states;
  }
}
