package org.sessionsettlement.controlplane.indexer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowEvent.OfBooking;
import org.sessionsettlement.escrow.EscrowEvent.SessionBooked;
import org.sessionsettlement.escrow.EscrowEvent.SessionSlotCreated;

/** Writes events, and with them the slots and bookings that follow from them. */
final class Mirror {
  private final EscrowSource source;
  private final EventTable events;
  private final SlotTable slots;
  private final BookingTable bookings;

  Mirror(Database database, EscrowSource source) {
    this.source = source;
    this.events = new EventTable(database, source.escrow());
    this.slots = new SlotTable(database, source.escrow());
    this.bookings = new BookingTable(database, source.escrow());
  }

  /** Adds what happened, in the order in which it did. */
  void add(List<IndexedEvent> happened) {
    happened.forEach(events::insert);
    addSlots(ids(happened, SessionSlotCreated.class, SessionSlotCreated::slotId));
    var booked = ids(happened, SessionBooked.class, SessionBooked::bookingId);
    addBookings(booked);
    ids(happened, OfBooking.class, OfBooking::bookingId).stream()
        .filter(id -> !booked.contains(id))
        .forEach(id -> state(id).ifPresent(bookings::update));
  }

  /** Forgets what came after that block. */
  void forgetAfter(long block) {
    var forgotten = events.deleteAfter(block);
    for (long id : forgotten.bookingIds()) {
      state(id).ifPresentOrElse(bookings::update, () -> bookings.delete(id));
    }
    slots.delete(forgotten.createdSlotIds());
  }

  private void addSlots(List<Long> ids) {
    if (!ids.isEmpty()) {
      var read = source.slots(ids);
      for (int i = 0; i < ids.size(); i++) {
        slots.insert(ids.get(i), read.get(i));
      }
    }
  }

  private void addBookings(List<Long> ids) {
    if (!ids.isEmpty()) {
      var terms = source.terms(ids);
      for (int i = 0; i < ids.size(); i++) {
        bookings.insert(state(ids.get(i)).orElseThrow(), terms.get(i));
      }
    }
  }

  private Optional<BookingState> state(long bookingId) {
    Optional<BookingState> state = Optional.empty();
    for (var indexed : events.ofBooking(bookingId)) {
      state = next(state, indexed);
    }
    return state;
  }

  private static Optional<BookingState> next(Optional<BookingState> state, IndexedEvent indexed) {
    return switch (indexed.event()) {
      case SessionBooked booked -> Optional.of(BookingState.of(booked));
      case OfBooking event -> state.map(before -> before.apply(event, indexed.atSeconds()));
      default -> state;
    };
  }

  private static <E extends EscrowEvent> List<Long> ids(
      List<IndexedEvent> happened, Class<E> type, Function<E, Long> id) {
    return happened.stream()
        .map(IndexedEvent::event)
        .filter(type::isInstance)
        .map(type::cast)
        .map(id)
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }
}
