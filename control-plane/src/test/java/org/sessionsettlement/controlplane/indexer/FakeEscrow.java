package org.sessionsettlement.controlplane.indexer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.Slot;
import org.sessionsettlement.escrow.SlotStatus;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/** What the contract keeps, as of every block: written from what the contract does, not events. */
final class FakeEscrow {
  private static final Address NOBODY = Address.parse("0x" + "00".repeat(20));
  private static final Slot NO_SLOT =
      new Slot(NOBODY, 0, 0, BigInteger.ZERO, 0, 0, 0, SlotStatus.OPEN);
  private static final Booking NO_BOOKING =
      new Booking(
          0,
          NOBODY,
          BigInteger.ZERO,
          BookingStatus.NONE,
          EscrowOutcome.NONE,
          Hash32.ZERO,
          0,
          0,
          NOBODY,
          BigInteger.ZERO,
          0);

  private final Map<Long, NavigableMap<Long, Slot>> slots = new TreeMap<>();
  private final Map<Long, NavigableMap<Long, Booking>> bookings = new TreeMap<>();
  private final TreeMap<Long, Long> held = new TreeMap<>();

  void slotCreated(long block, long id) {
    var price = BigInteger.valueOf(FakeChain.PRICE);
    // Graces differ, so that a slot taken from another chain would show.
    var slot =
        new Slot(
            FakeChain.HOST, FakeChain.START_S, 30, price, 5, 15, 60 + (int) id, SlotStatus.OPEN);
    slots.computeIfAbsent(id, key -> new TreeMap<>()).put(block, slot);
  }

  void booked(long block, long id, long slotId, long paid) {
    holds(block, paid);
    var amount = BigInteger.valueOf(FakeChain.PRICE);
    put(
        block,
        id,
        new Booking(
            slotId,
            FakeChain.GUEST,
            amount,
            BookingStatus.BOOKED,
            EscrowOutcome.NONE,
            Hash32.ZERO,
            0,
            0,
            NOBODY,
            BigInteger.ZERO,
            0));
  }

  void holds(long block, long more) {
    held.put(block, heldAt(block) + more);
  }

  void cancelled(long block, long id) {
    put(block, id, with(newest(id), BookingStatus.CANCELLED, EscrowOutcome.NONE));
  }

  void claimed(long block, long id) {
    put(block, id, with(newest(id), BookingStatus.FINALIZED, EscrowOutcome.NONE));
  }

  EscrowOutcome finalized(long block, long id) {
    var outcome = newest(id).oracleOutcome();
    put(block, id, with(newest(id), BookingStatus.FINALIZED, outcome));
    return outcome;
  }

  void attested(long block, long id, EscrowOutcome outcome, long at, long finalizableAt) {
    put(block, id, dated(newest(id), BookingStatus.ATTESTED, outcome, at, finalizableAt));
  }

  void resolved(long block, long id, EscrowOutcome outcome, long at) {
    var before = newest(id);
    put(block, id, dated(before, BookingStatus.RESOLVED, outcome, before.attestedAt(), at));
  }

  void challenged(long block, long id, long at) {
    holds(block, FakeChain.BOND);
    var before = newest(id);
    put(
        block,
        id,
        new Booking(
            before.slotId(),
            before.guest(),
            before.amount(),
            BookingStatus.DISPUTED,
            before.oracleOutcome(),
            before.metricsHash(),
            before.attestedAt(),
            before.finalizableAt(),
            FakeChain.GUEST,
            BigInteger.valueOf(FakeChain.BOND),
            at));
  }

  private static Booking with(Booking before, BookingStatus status, EscrowOutcome outcome) {
    return new Booking(
        before.slotId(),
        before.guest(),
        before.amount(),
        status,
        outcome,
        before.metricsHash(),
        before.attestedAt(),
        before.finalizableAt(),
        NOBODY,
        BigInteger.ZERO,
        0);
  }

  private static Booking dated(
      Booking before, BookingStatus status, EscrowOutcome outcome, long at, long finalizableAt) {
    return new Booking(
        before.slotId(),
        before.guest(),
        before.amount(),
        status,
        outcome,
        FakeChain.METRICS,
        at,
        finalizableAt,
        NOBODY,
        BigInteger.ZERO,
        0);
  }

  private void put(long block, long id, Booking booking) {
    bookings.computeIfAbsent(id, key -> new TreeMap<>()).put(block, booking);
  }

  /** Undoes what happened in that block and after it. */
  void forgetFrom(long block) {
    held.tailMap(block, true).clear();
    forgetFrom(block, slots);
    forgetFrom(block, bookings);
  }

  private static <T> void forgetFrom(long block, Map<Long, NavigableMap<Long, T>> versions) {
    versions.values().forEach(one -> one.tailMap(block, true).clear());
    versions.values().removeIf(NavigableMap::isEmpty);
  }

  /** The ids of bookings that are in that status now. */
  List<Long> in(BookingStatus status) {
    return new ArrayList<>(
        bookings.keySet().stream().filter(id -> newest(id).status() == status).toList());
  }

  List<Long> slotIds() {
    return new ArrayList<>(slots.keySet());
  }

  private Booking newest(long id) {
    return booking(id, Long.MAX_VALUE);
  }

  Booking booking(long id, long block) {
    return at(bookings, id, block, NO_BOOKING);
  }

  Slot slot(long id, long block) {
    return at(slots, id, block, NO_SLOT);
  }

  private static <T> T at(
      Map<Long, NavigableMap<Long, T>> versions, long id, long block, T otherwise) {
    var entry = versions.getOrDefault(id, new TreeMap<>()).floorEntry(block);
    return entry == null ? otherwise : entry.getValue();
  }

  EscrowSource.Totals totals(long block) {
    return new EscrowSource.Totals(
        BigInteger.valueOf(heldAt(block)), count(slots, block), count(bookings, block));
  }

  private static <T> long count(Map<Long, NavigableMap<Long, T>> versions, long block) {
    return versions.values().stream().filter(one -> one.firstKey() <= block).count();
  }

  private long heldAt(long block) {
    var entry = held.floorEntry(block);
    return entry == null ? 0 : entry.getValue();
  }
}
