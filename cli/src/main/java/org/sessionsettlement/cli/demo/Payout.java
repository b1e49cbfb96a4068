package org.sessionsettlement.cli.demo;

import java.math.BigInteger;
import org.sessionsettlement.rules.Outcome;

/**
 * Who is credited what for one booking, in token units, bonds included (escrow-v1, functions
 * finalize, cancel*, claimIfUnattested and resolveDispute).
 */
record Payout(BigInteger host, BigInteger guest, BigInteger treasury) {
  private static final BigInteger BPS = BigInteger.valueOf(10_000);

  /**
   * The terms that a booking's money follows.
   *
   * @param challengeBondUnits what a challenger puts down
   */
  record MoneyTerms(int feeBps, int lateCancelPenaltyBps, BigInteger challengeBondUnits) {}

  static Payout of(Scenario scenario, Expected expected, MoneyTerms terms) {
    BigInteger amount = scenario.priceUnits();
    return switch (expected) {
      case Expected.Settled settled ->
          outcome(amount, settled.settled(), terms).plus(bond(scenario.course(), settled, terms));
      case Expected.Cancelled cancelled ->
          cancelled.by() == Role.GUEST && cancelled.late() ? late(amount, terms) : toGuest(amount);
      case Expected.Unattested() -> toGuest(amount);
    };
  }

  BigInteger total() {
    return host.add(guest).add(treasury);
  }

  private static Payout outcome(BigInteger amount, Outcome outcome, MoneyTerms terms) {
    if (outcome == Outcome.NO_SHOW_HOST) {
      return toGuest(amount);
    }
    BigInteger fee = share(amount, terms.feeBps());
    return new Payout(amount.subtract(fee), BigInteger.ZERO, fee);
  }

  private static Payout bond(Course course, Expected.Settled settled, MoneyTerms terms) {
    if (!(course instanceof Course.Disputed disputed)) {
      return nothing();
    }
    boolean overturned = settled.attested() != settled.settled();
    Role winner = overturned ? disputed.challenger() : disputed.challenger().other();
    BigInteger bond = terms.challengeBondUnits();
    return winner == Role.HOST ? new Payout(bond, BigInteger.ZERO, BigInteger.ZERO) : toGuest(bond);
  }

  private static Payout late(BigInteger amount, MoneyTerms terms) {
    BigInteger penalty = share(amount, terms.lateCancelPenaltyBps());
    BigInteger fee = share(penalty, terms.feeBps());
    return new Payout(penalty.subtract(fee), amount.subtract(penalty), fee);
  }

  private Payout plus(Payout other) {
    return new Payout(host.add(other.host), guest.add(other.guest), treasury.add(other.treasury));
  }

  private static Payout toGuest(BigInteger amount) {
    return new Payout(BigInteger.ZERO, amount, BigInteger.ZERO);
  }

  private static Payout nothing() {
    return new Payout(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
  }

  private static BigInteger share(BigInteger amount, int bps) {
    return amount.multiply(BigInteger.valueOf(bps)).divide(BPS);
  }
}
