package org.sessionsettlement.controlplane.indexer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.db.BookingNotes;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.MirrorNotice;
import org.sessionsettlement.escrow.BookingStatus;
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
  private final BookingNotes reopened;
  private final BookingNotes changes;
  private final MirrorNotice notice;

  Mirror(Database database, EscrowSource source, EventTable events) {
    this.source = source;
    this.events = events;
    this.slots = new SlotTable(database, source.escrow());
    this.bookings = new BookingTable(database, source.escrow());
    this.reopened = BookingNotes.reopened(database);
    this.changes = BookingNotes.changed(database);
    this.notice = new MirrorNotice(database.jdbc());
  }

  /**
   * Adds what happened, in the order in which it did.
   *
   * @param at a block that knows all of it, for the terms that events lack
   */
  void add(List<IndexedEvent> happened, BlockRef at) {
    events.insert(happened);
    var created = ids(happened, SessionSlotCreated.class, SessionSlotCreated::slotId);
    if (!created.isEmpty()) {
      slots.insert(created, source.slots(created, at));
    }
    var booked = ids(happened, SessionBooked.class, SessionBooked::bookingId);
    if (!booked.isEmpty()) {
      var states = BookingStates.of(happened);
      bookings.insert(booked.stream().map(states::get).toList(), source.terms(booked, at));
    }
    var changed = ids(happened, OfBooking.class, OfBooking::bookingId);
    changes.leave(source.escrow(), changed);
    changed.removeAll(booked);
    bookings.update(List.copyOf(states(changed).values()));
    if (!happened.isEmpty()) {
      notice.added();
    }
  }

  /** Forgets what came after that block; notes which bookings changed, and which are open again. */
  void forgetAfter(long block) {
    var forgotten = events.deleteAfter(block);
    notice.takenBack();
    changes.leave(source.escrow(), forgotten.bookingIds());
    var states = states(forgotten.bookingIds());
    bookings.update(List.copyOf(states.values()));
    bookings.delete(forgotten.bookingIds().stream().filter(id -> !states.containsKey(id)).toList());
    slots.delete(forgotten.createdSlotIds());
    reopened.leave(
        source.escrow(),
        states.values().stream()
            .filter(state -> state.status() == BookingStatus.BOOKED)
            .map(BookingState::bookingId)
            .toList());
  }

  /** Forgets everything. */
  void clear() {
    changes.leave(source.escrow(), bookings.ids());
    events.clear();
    bookings.clear();
    slots.clear();
    notice.takenBack();
  }

  private Map<Long, BookingState> states(Collection<Long> bookingIds) {
    return bookingIds.isEmpty() ? Map.of() : BookingStates.of(events.ofBookings(bookingIds));
  }

  private static <E extends EscrowEvent> List<Long> ids(
      List<IndexedEvent> happened, Class<E> type, Function<E, Long> id) {
    Stream<E> some =
        happened.stream().map(IndexedEvent::event).filter(type::isInstance).map(type::cast);
    return some.map(id).distinct().collect(java.util.stream.Collectors.toList());
  }
}
