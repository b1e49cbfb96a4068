package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Hash32;

class PreflightTest {
  private static final Hash32 OURS = OracleFixture.hash(1);
  private static final Hash32 THEIRS = OracleFixture.hash(2);
  private static final long NOW = 10_000;
  private static final Intent ATTEST =
      new Intent.Attest(FakeBookings.key(1), Outcome.COMPLETED, OURS, NOW + 100);
  private static final Intent FINALIZE = new Intent.Finalize(FakeBookings.key(1));

  @Test
  void signsWithAnEndInsideWhatAnExpiringNonceAllows() {
    assertThat(judge(ATTEST, new Simulation.Passes(), at(NOW)))
        .isEqualTo(new Preflight.Sign(NOW + Preflight.VALIDITY_SECONDS));
  }

  @Test
  void neverSignsPastTheWindowsLastSecond() {
    assertThat(judge(ATTEST, new Simulation.Passes(), at(NOW + 90)))
        .isEqualTo(new Preflight.Sign(NOW + 100));
    assertThat(judge(ATTEST, new Simulation.Passes(), at(NOW + 98)))
        .isInstanceOf(Preflight.TryLater.class);
    assertThat(judge(ATTEST, new Simulation.Passes(), at(NOW + 101)))
        .isEqualTo(new Preflight.End(new Stage.Expired()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GRACE_NOT_OVER", "OVERLAP_NOT_MET", "NO_SHOW_TOO_LATE", "TOO_LATE"})
  void decidesAgainWhenTheContractFindsItUntimely(String reason) {
    assertThat(judge(ATTEST, new Simulation.Reverts(reason), at(NOW)))
        .isEqualTo(new Preflight.End(new Stage.Refused(reason)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT_ORACLE", "NOT_BOOKED", "an unknown reason"})
  void triesAgainWhateverElseTheContractSays(String reason) {
    assertThat(judge(ATTEST, new Simulation.Reverts(reason), at(NOW)))
        .isEqualTo(new Preflight.TryLater(reason));
  }

  @Test
  void takesOurOutcomeWithOurHashForSuccess() {
    assertThat(settled(BookingStatus.ATTESTED, Outcome.COMPLETED, OURS))
        .isEqualTo(new Stage.Confirmed(Optional.empty()));
  }

  @Test
  void takesOurHashForSuccessEvenAfterADisputeTurnedTheOutcome() {
    assertThat(settled(BookingStatus.RESOLVED, Outcome.NO_SHOW_HOST, OURS))
        .isEqualTo(new Stage.Confirmed(Optional.empty()));
  }

  @Test
  void saysSoWhenSomebodyElseAttested() {
    assertThat(settled(BookingStatus.ATTESTED, Outcome.COMPLETED, THEIRS))
        .isEqualTo(new Stage.SettledWithoutUs("ATTESTED"));
    assertThat(settled(BookingStatus.ATTESTED, Outcome.NO_SHOW_HOST, OURS))
        .isEqualTo(new Stage.SettledWithoutUs("ATTESTED"));
  }

  @ParameterizedTest
  @EnumSource(
      value = BookingStatus.class,
      names = {"CANCELLED", "FINALIZED"})
  void saysSoWhenTheBookingEndedOtherwise(BookingStatus status) {
    var booking = new ChainBooking(status, Optional.empty(), Hash32.ZERO);
    assertThat(Preflight.settled(ATTEST, booking, Set.of(OURS)))
        .isEqualTo(new Stage.SettledWithoutUs(status.name()));
  }

  @Test
  void isContentWhenSomebodyElseFinalized() {
    var booking = new ChainBooking(BookingStatus.FINALIZED, Optional.empty(), OURS);
    assertThat(Preflight.settled(FINALIZE, booking, Set.of()))
        .isEqualTo(new Stage.Confirmed(Optional.empty()));
  }

  private static Stage settled(BookingStatus status, Outcome outcome, Hash32 hash) {
    var booking = new ChainBooking(status, Optional.of(outcome), hash);
    return Preflight.settled(ATTEST, booking, Set.of(OURS));
  }

  private static Preflight judge(Intent intent, Simulation simulation, ChainTime time) {
    return Preflight.of(intent, simulation, Optional.empty(), Set.of(), time);
  }

  private static ChainTime at(long seconds) {
    return new ChainTime(1, seconds, seconds, BigInteger.ONE);
  }
}
