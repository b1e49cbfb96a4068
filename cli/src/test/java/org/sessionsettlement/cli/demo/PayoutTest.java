package org.sessionsettlement.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.rules.Outcome;

class PayoutTest {
  private static final Payout.MoneyTerms TERMS =
      new Payout.MoneyTerms(500, 5_000, BigInteger.valueOf(50));

  @Test
  void paysTheHostLessTheFeeForASessionHeld() {
    assertThat(of(new Course.Held(), settled(Outcome.COMPLETED))).isEqualTo(payout(950, 0, 50));
    assertThat(of(new Course.Held(), settled(Outcome.NO_SHOW_GUEST))).isEqualTo(payout(950, 0, 50));
  }

  @Test
  void refundsTheGuestWhereTheHostDidNotCome() {
    assertThat(of(new Course.Held(), settled(Outcome.NO_SHOW_HOST))).isEqualTo(payout(0, 1_000, 0));
  }

  @Test
  void givesTheBondBackToAChallengerWhoWasRight() {
    Course course = new Course.Disputed(Role.GUEST, Optional.of(Outcome.NO_SHOW_HOST));
    Expected expected = new Expected.Settled(Outcome.COMPLETED, Outcome.NO_SHOW_HOST);
    assertThat(of(course, expected)).isEqualTo(payout(0, 1_050, 0));
  }

  @Test
  void givesTheBondToTheOtherPartyWhereTheOutcomeStands() {
    Course course = new Course.Disputed(Role.GUEST, Optional.empty());
    assertThat(of(course, settled(Outcome.NO_SHOW_GUEST))).isEqualTo(payout(1_000, 0, 50));
  }

  @Test
  void sharesThePenaltyOfALateCancellation() {
    Course course = new Course.Cancelled(Role.GUEST, true);
    assertThat(of(course, new Expected.Cancelled(Role.GUEST, true)))
        .isEqualTo(payout(475, 500, 25));
  }

  @Test
  void refundsAllOfAnEarlyCancellationAndOfAMissedAttestation() {
    assertThat(
            of(new Course.Cancelled(Role.GUEST, false), new Expected.Cancelled(Role.GUEST, false)))
        .isEqualTo(payout(0, 1_000, 0));
    assertThat(of(new Course.OracleAway(), new Expected.Unattested()))
        .isEqualTo(payout(0, 1_000, 0));
  }

  @Test
  void roundsFeesDownAndLosesNothing() {
    Scenario odd = scenario(new Course.Cancelled(Role.GUEST, true), 1_001);
    Payout payout = Payout.of(odd, new Expected.Cancelled(Role.GUEST, true), TERMS);
    assertThat(payout).isEqualTo(payout(475, 501, 25));
    assertThat(payout.total()).isEqualTo(BigInteger.valueOf(1_001));
  }

  private static Payout of(Course course, Expected expected) {
    return Payout.of(scenario(course, 1_000), expected, TERMS);
  }

  private static Expected settled(Outcome outcome) {
    return new Expected.Settled(outcome, outcome);
  }

  private static Scenario scenario(Course course, long price) {
    return new Scenario(
        "key", "title", BigInteger.valueOf(price), Script.absent(), Script.absent(), course);
  }

  private static Payout payout(long host, long guest, long treasury) {
    return new Payout(
        BigInteger.valueOf(host), BigInteger.valueOf(guest), BigInteger.valueOf(treasury));
  }
}
