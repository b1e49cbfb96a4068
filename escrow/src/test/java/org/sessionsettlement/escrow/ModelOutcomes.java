package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.sessionsettlement.escrow.ModelState.Tx;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/** From the oracle's word to settlement and payout. */
final class ModelOutcomes {
  private ModelOutcomes() {}

  static void attest(ModelState s, Tx tx, long id, int outcomeCode, Hash32 metrics) {
    EscrowOutcome outcome = outcome(outcomeCode);
    ModelRefusal.unless(tx.sender().equals(s.oracle), "NOT_ORACLE");
    Booking b = s.booking(id);
    ModelRefusal.unless(b.status() == BookingStatus.BOOKED, "NOT_BOOKED");
    ModelRefusal.unless(outcome != EscrowOutcome.NONE, "BAD_OUTCOME");
    ModelRefusal.unless(isOneOfThree(outcome), "BAD_ATTEST_OUTCOME");
    checkWindow(s.slot(b.slotId()), outcome, tx.now());
    long finalizableAt = tx.now() + s.termsOf(id).challengeWindow();
    s.bookings.put(
        id,
        new Booking(
            b.slotId(),
            b.guest(),
            b.amount(),
            BookingStatus.ATTESTED,
            outcome,
            metrics,
            tx.now(),
            finalizableAt,
            Address.ZERO,
            BigInteger.ZERO,
            0));
    s.events.add(new EscrowEvent.Attested(id, outcome, metrics, finalizableAt));
  }

  private static void checkWindow(Slot slot, EscrowOutcome outcome, long now) {
    long end = ModelState.endOf(slot);
    if (outcome == EscrowOutcome.COMPLETED) {
      ModelRefusal.unless(now >= slot.startTime() + 60L * slot.minOverlapMins(), "OVERLAP_NOT_MET");
      ModelRefusal.unless(now <= end + 7_200, "TOO_LATE");
    } else {
      long graceEnd = slot.startTime() + 60 * slot.graceMins();
      ModelRefusal.unless(now >= graceEnd, "GRACE_NOT_OVER");
      ModelRefusal.unless(now <= graceEnd + 60L * slot.durationMins(), "NO_SHOW_TOO_LATE");
    }
  }

  static void claimIfUnattested(ModelState s, Tx tx, long id) {
    Booking b = s.booking(id);
    Slot slot = s.slot(b.slotId());
    ModelRefusal.unless(b.status() == BookingStatus.BOOKED, "NOT_BOOKED");
    checkParty(tx, b, slot);
    ModelRefusal.unless(
        tx.now() >= ModelState.endOf(slot) + s.termsOf(id).noAttestBuffer(), "TOO_EARLY");
    s.setBooking(id, BookingStatus.FINALIZED, EscrowOutcome.NONE, 0);
    s.setSlot(b.slotId(), SlotStatus.CANCELLED);
    s.credit(b.guest(), b.amount());
    s.events.add(new EscrowEvent.UnattestedRefunded(id, b.amount()));
  }

  static void challenge(ModelState s, Tx tx, long id) {
    Booking b = s.booking(id);
    ModelRefusal.unless(b.status() == BookingStatus.ATTESTED, "NOT_ATTESTED");
    ModelRefusal.unless(tx.now() < b.finalizableAt(), "WINDOW_OVER");
    checkParty(tx, b, s.slot(b.slotId()));
    BigInteger bond = s.termsOf(id).challengeBond();
    s.token.pull(tx.sender(), s.escrow, bond);
    s.hold(bond);
    s.bookings.put(
        id,
        new Booking(
            b.slotId(),
            b.guest(),
            b.amount(),
            BookingStatus.DISPUTED,
            b.oracleOutcome(),
            b.metricsHash(),
            b.attestedAt(),
            b.finalizableAt(),
            tx.sender(),
            bond,
            tx.now()));
    s.events.add(new EscrowEvent.Challenged(id, tx.sender(), bond));
  }

  static void resolveDispute(ModelState s, Tx tx, long id, int outcomeCode) {
    EscrowOutcome outcome = outcome(outcomeCode);
    ModelConfiguration.checkOwner(s, tx);
    ModelRefusal.unless(s.booking(id).status() == BookingStatus.DISPUTED, "NOT_DISPUTED");
    ModelRefusal.unless(isOneOfThree(outcome), "BAD_OUTCOME");
    endDispute(s, tx, id, outcome);
  }

  static void finalizeDisputeByTimeout(ModelState s, Tx tx, long id) {
    Booking b = s.booking(id);
    ModelRefusal.unless(b.status() == BookingStatus.DISPUTED, "NOT_DISPUTED");
    ModelRefusal.unless(tx.now() >= b.disputedAt() + s.termsOf(id).disputeTimeout(), "TOO_EARLY");
    endDispute(s, tx, id, b.oracleOutcome());
  }

  private static void endDispute(ModelState s, Tx tx, long id, EscrowOutcome outcome) {
    Booking b = s.booking(id);
    Address host = s.slot(b.slotId()).host();
    Address other = b.challenger().equals(host) ? b.guest() : host;
    s.credit(outcome == b.oracleOutcome() ? other : b.challenger(), b.bondAmount());
    s.setBooking(id, BookingStatus.RESOLVED, outcome, tx.now());
    s.events.add(new EscrowEvent.Resolved(id, outcome));
  }

  static void finalizeBooking(ModelState s, Tx tx, long id) {
    Booking b = s.booking(id);
    boolean attested = b.status() == BookingStatus.ATTESTED;
    ModelRefusal.unless(attested || b.status() == BookingStatus.RESOLVED, "NOT_FINALIZABLE");
    ModelRefusal.unless(tx.now() >= b.finalizableAt(), "TOO_EARLY");
    boolean toGuest = b.oracleOutcome() == EscrowOutcome.NO_SHOW_HOST;
    BigInteger refund = toGuest ? b.amount() : BigInteger.ZERO;
    BigInteger earned = b.amount().subtract(refund);
    BigInteger fee = ModelState.share(earned, s.termsOf(id).feeBps());
    s.setBooking(id, BookingStatus.FINALIZED, b.oracleOutcome(), b.finalizableAt());
    s.setSlot(b.slotId(), SlotStatus.SETTLED);
    s.credit(b.guest(), refund);
    s.credit(s.treasury, fee);
    s.credit(s.slot(b.slotId()).host(), earned.subtract(fee));
    s.events.add(
        new EscrowEvent.Finalized(id, b.oracleOutcome(), earned.subtract(fee), refund, fee));
  }

  static void withdrawOwed(ModelState s, Tx tx, Address to) {
    BigInteger amount = s.owedTo(tx.sender());
    ModelRefusal.unless(!to.isZero(), "BAD_ADDR");
    ModelRefusal.unless(amount.signum() > 0, "NOTHING_OWED");
    s.token.transfer(s.escrow, to, amount);
    s.owed.remove(tx.sender());
    s.hold(amount.negate());
    s.events.add(new EscrowEvent.OwedWithdrawn(tx.sender(), to, amount));
  }

  static void sweepTokenExcess(ModelState s) {
    BigInteger excess = s.token.balance(s.escrow).subtract(s.totalHeld);
    if (excess.signum() > 0) {
      s.token.transfer(s.escrow, s.treasury, excess);
    }
    s.events.add(new EscrowEvent.TokenSwept(excess));
  }

  /** A code outside the enum is refused by the ABI's decoder, without a word. */
  private static EscrowOutcome outcome(int code) {
    Optional<EscrowOutcome> outcome =
        Arrays.stream(EscrowOutcome.values()).filter(o -> o.code() == code).findFirst();
    ModelRefusal.unless(outcome.isPresent(), "");
    return outcome.orElseThrow();
  }

  private static boolean isOneOfThree(EscrowOutcome outcome) {
    return outcome.code() >= 1 && outcome.code() <= 3;
  }

  private static void checkParty(Tx tx, Booking b, Slot slot) {
    boolean party = tx.sender().equals(b.guest()) || tx.sender().equals(slot.host());
    ModelRefusal.unless(party, "NOT_PARTY");
  }
}
