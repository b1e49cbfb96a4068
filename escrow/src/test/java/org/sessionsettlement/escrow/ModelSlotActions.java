package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.Map;
import org.sessionsettlement.escrow.ModelAction.Draw;

/** Draws what makes slots and bookings, and takes them back before they begin. */
final class ModelSlotActions {
  private final ModelChance chance;
  private final EscrowCalls calls;

  ModelSlotActions(ModelChance chance, EscrowCalls calls) {
    this.chance = chance;
    this.calls = calls;
  }

  Map<String, Draw> all() {
    return Map.of(
        "setHostBasePrice", (s, at) -> setHostBasePrice(),
        "createSlot", (s, at) -> createSlot(at),
        "cancelSlot", (s, at) -> cancelSlot(chance.id(s.slots.size())),
        "book", (s, at) -> book(chance.id(s.slots.size())),
        "cancelBookingAsGuest", (s, at) -> cancelAsGuest(chance.id(s.bookings.size())),
        "cancelBookingAsHost", (s, at) -> cancelAsHost(chance.id(s.bookings.size())));
  }

  private ModelAction setHostBasePrice() {
    BigInteger price = chance.amount();
    return ModelAction.of(
        calls.setHostBasePrice(price), (m, tx) -> ModelSlots.setHostBasePrice(m, tx, price), price);
  }

  private ModelAction createSlot(long at) {
    long start = at + chance.lead();
    int duration = chance.durationMins();
    int grace = chance.graceMins();
    int overlap = chance.overlapMins(duration);
    int cutoff = chance.cutoffMins();
    return ModelAction.of(
        calls.createSlot(start, duration, grace, overlap, cutoff),
        (m, tx) -> ModelSlots.createSlot(m, tx, start, duration, grace, overlap, cutoff),
        start,
        duration,
        grace,
        overlap,
        cutoff);
  }

  private ModelAction cancelSlot(long id) {
    return ModelAction.of(calls.cancelSlot(id), (m, tx) -> ModelSlots.cancelSlot(m, tx, id), id);
  }

  private ModelAction book(long id) {
    return ModelAction.of(calls.book(id), (m, tx) -> ModelSlots.book(m, tx, id), id);
  }

  private ModelAction cancelAsGuest(long id) {
    return ModelAction.of(
        calls.cancelBookingAsGuest(id), (m, tx) -> ModelSlots.cancelBookingAsGuest(m, tx, id), id);
  }

  private ModelAction cancelAsHost(long id) {
    return ModelAction.of(
        calls.cancelBookingAsHost(id), (m, tx) -> ModelSlots.cancelBookingAsHost(m, tx, id), id);
  }
}
