package org.sessionsettlement.escrow;

import java.math.BigInteger;
import org.sessionsettlement.escrow.ModelState.Tx;
import org.sessionsettlement.tempo.Address;

/** Owner and settings. */
final class ModelConfiguration {
  private static final long DAY = 86_400;

  private ModelConfiguration() {}

  static void transferOwnership(ModelState s, Tx tx, Address next) {
    checkOwnerNames(s, tx, next);
    s.pendingOwner = next;
    s.events.add(new EscrowEvent.OwnershipTransferStarted(tx.sender(), next));
  }

  static void acceptOwnership(ModelState s, Tx tx) {
    ModelRefusal.unless(tx.sender().equals(s.pendingOwner), "NOT_PENDING_OWNER");
    s.events.add(new EscrowEvent.OwnershipTransferred(s.owner, tx.sender()));
    s.owner = tx.sender();
    s.pendingOwner = Address.ZERO;
  }

  static void setOracle(ModelState s, Tx tx, Address oracle) {
    checkOwnerNames(s, tx, oracle);
    s.events.add(new EscrowEvent.OracleUpdated(s.oracle, oracle));
    s.oracle = oracle;
  }

  static void setTreasury(ModelState s, Tx tx, Address treasury) {
    checkOwnerNames(s, tx, treasury);
    s.events.add(new EscrowEvent.TreasuryUpdated(s.treasury, treasury));
    s.treasury = treasury;
  }

  static void setFeeBps(ModelState s, Tx tx, int bps) {
    checkOwner(s, tx);
    ModelRefusal.unless(bps <= 2_000, "FEE_TOO_HIGH");
    BookingTerms t = s.terms;
    s.events.add(new EscrowEvent.FeeBpsUpdated(t.feeBps(), bps));
    s.terms =
        new BookingTerms(
            bps,
            t.lateCancelPenaltyBps(),
            t.challengeWindow(),
            t.noAttestBuffer(),
            t.disputeTimeout(),
            t.challengeBond());
  }

  static void setLateCancelPenaltyBps(ModelState s, Tx tx, int bps) {
    checkOwner(s, tx);
    ModelRefusal.unless(bps <= 10_000, "PENALTY_TOO_HIGH");
    BookingTerms t = s.terms;
    s.events.add(new EscrowEvent.LateCancelPenaltyBpsUpdated(t.lateCancelPenaltyBps(), bps));
    s.terms =
        new BookingTerms(
            t.feeBps(),
            bps,
            t.challengeWindow(),
            t.noAttestBuffer(),
            t.disputeTimeout(),
            t.challengeBond());
  }

  static void setChallengeBond(ModelState s, Tx tx, BigInteger bond) {
    checkOwner(s, tx);
    ModelRefusal.unless(bond.signum() > 0, "ZERO_BOND");
    ModelState.checkSize(bond);
    BookingTerms t = s.terms;
    s.events.add(new EscrowEvent.ChallengeBondUpdated(t.challengeBond(), bond));
    s.terms =
        new BookingTerms(
            t.feeBps(),
            t.lateCancelPenaltyBps(),
            t.challengeWindow(),
            t.noAttestBuffer(),
            t.disputeTimeout(),
            bond);
  }

  static void setChallengeWindow(ModelState s, Tx tx, long seconds) {
    checkOwner(s, tx);
    ModelRefusal.unless(seconds <= 30 * DAY, "WINDOW_TOO_LARGE");
    s.events.add(new EscrowEvent.ChallengeWindowUpdated(s.terms.challengeWindow(), seconds));
    s.terms = times(s.terms, seconds, s.terms.noAttestBuffer(), s.terms.disputeTimeout());
  }

  static void setNoAttestBuffer(ModelState s, Tx tx, long seconds) {
    checkOwner(s, tx);
    ModelRefusal.unless(seconds <= 30 * DAY, "BUFFER_TOO_LARGE");
    s.events.add(new EscrowEvent.NoAttestBufferUpdated(s.terms.noAttestBuffer(), seconds));
    s.terms = times(s.terms, s.terms.challengeWindow(), seconds, s.terms.disputeTimeout());
  }

  static void setDisputeTimeout(ModelState s, Tx tx, long seconds) {
    checkOwner(s, tx);
    ModelRefusal.unless(seconds <= 180 * DAY, "TIMEOUT_TOO_LARGE");
    s.events.add(new EscrowEvent.DisputeTimeoutUpdated(s.terms.disputeTimeout(), seconds));
    s.terms = times(s.terms, s.terms.challengeWindow(), s.terms.noAttestBuffer(), seconds);
  }

  static void checkOwner(ModelState s, Tx tx) {
    ModelRefusal.unless(tx.sender().equals(s.owner), "NOT_OWNER");
  }

  private static void checkOwnerNames(ModelState s, Tx tx, Address somebody) {
    checkOwner(s, tx);
    ModelRefusal.unless(!somebody.isZero(), "BAD_ADDR");
  }

  private static BookingTerms times(BookingTerms t, long window, long buffer, long timeout) {
    return new BookingTerms(
        t.feeBps(), t.lateCancelPenaltyBps(), window, buffer, timeout, t.challengeBond());
  }
}
