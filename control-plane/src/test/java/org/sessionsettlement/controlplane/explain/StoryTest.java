package org.sessionsettlement.controlplane.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.oracle.ForcedOutcome;
import org.sessionsettlement.controlplane.oracle.Intent;
import org.sessionsettlement.controlplane.oracle.Stage;
import org.sessionsettlement.controlplane.oracle.StoredTransaction;
import org.sessionsettlement.controlplane.oracle.Submission;
import org.sessionsettlement.controlplane.oracle.VerdictRecord;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.rules.Charges;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

class StoryTest {
  private static final long START_S = FakeBookings.START_S;
  private static final long END_S = START_S + 1_800;
  private static final long BUFFER_S = 10_800;
  private static final long TIMEOUT_S = 86_400;
  private static final Hash32 HASH = Hash32.parse("0x" + "ab".repeat(32));
  private static final Decision COMPLETED =
      new Decision(Outcome.COMPLETED, 1_200_000, END_S * 1_000, Optional.empty());
  private static final Decision NO_SHOW =
      new Decision(Outcome.NO_SHOW_GUEST, 0, START_S * 1_000, Optional.of(new Charges(0, 900_000)));

  @Test
  void aBookingThatHasNotBegunWaitsForItsStart() {
    var story = story(situation(standing(BookingStatus.BOOKED)).at(START_S - 60));
    assertThat(story.summary()).contains("has not begun");
    assertThat(story.next().atSeconds()).hasValue(START_S);
  }

  @Test
  void aRunningSessionSaysUntilWhenItWaits() {
    var story =
        story(
            situation(standing(BookingStatus.BOOKED))
                .with(verdict(VerdictRecord.Kind.WAIT, "session_running", START_S + 300)));
    assertThat(story.summary()).contains("every outcome is still possible");
    assertThat(story.next().atSeconds()).hasValue(START_S + 300);
  }

  @Test
  void aSessionThatWaitsForTheGraceSaysSo() {
    var story =
        story(
            situation(standing(BookingStatus.BOOKED))
                .with(verdict(VerdictRecord.Kind.WAIT, "grace_not_over", START_S + 301)));
    assertThat(story.summary()).contains("grace");
  }

  @Test
  void aCompletedSessionIsAttestedAtItsEnd() {
    var story = story(situation(standing(BookingStatus.BOOKED)).with(decided(COMPLETED)));
    assertThat(story.summary())
        .contains("together for 20.0 min")
        .contains("once the session is over");
    assertThat(story.next().atSeconds()).hasValue(END_S);
  }

  @Test
  void anAttestationOnItsWayIsNamed() {
    var transaction = new StoredTransaction(HASH, Bytes.fromHex("0x76"), END_S);
    var story =
        story(
            situation(standing(BookingStatus.BOOKED))
                .with(decided(NO_SHOW))
                .with(new Stage.Sent(transaction, 0)));
    assertThat(story.summary()).contains("NoShowGuest").contains("on its way");
  }

  @Test
  void aMissedWindowNamesTheFallbackAndItsTime() {
    var story =
        story(
            situation(standing(BookingStatus.BOOKED))
                .with(verdict(VerdictRecord.Kind.MISSED, "window_missed", 0)));
    assertThat(story.summary()).contains("over for good");
    assertThat(story.next().what()).contains("claimIfUnattested");
    assertThat(story.next().atSeconds()).hasValue(END_S + BUFFER_S);
  }

  @Test
  void aWindowThatPassedUnseenNamesTheFallbackToo() {
    var story = story(situation(standing(BookingStatus.BOOKED)).at(END_S + 8 * 3_600));
    assertThat(story.summary()).contains("over for good");
    assertThat(story.next().what()).contains("claimIfUnattested");
  }

  @Test
  void anInconclusiveSessionSaysThatNobodyWatched() {
    var story =
        story(
            situation(standing(BookingStatus.BOOKED))
                .with(verdict(VerdictRecord.Kind.INCONCLUSIVE, "presence_unknown", 0)));
    assertThat(story.summary()).contains("not watching");
    assertThat(story.next().atSeconds()).hasValue(END_S + BUFFER_S);
  }

  @Test
  void whatWasSettledWithoutUsSaysHow() {
    var story =
        story(
            situation(standing(BookingStatus.BOOKED))
                .with(decided(NO_SHOW))
                .with(new Stage.SettledWithoutUs("FINALIZED")));
    assertThat(story.summary()).contains("Settled without us").contains("finalized");
  }

  @ParameterizedTest
  @EnumSource(
      value = EscrowOutcome.class,
      names = {"COMPLETED", "NO_SHOW_HOST", "NO_SHOW_GUEST"})
  void anAttestedBookingNamesItsOutcomeAndTheEndOfItsChallengeWindow(EscrowOutcome outcome) {
    var story = story(situation(attested(BookingStatus.ATTESTED, outcome)).ours());
    assertThat(story.summary())
        .contains("Attested as " + outcome.contractName())
        .doesNotContain("not this service");
    assertThat(story.next().atSeconds()).hasValue(END_S + 3_600);
  }

  @Test
  void anAttestationThatIsNotOursIsSaidToBeNotOurs() {
    var story = story(situation(attested(BookingStatus.ATTESTED, EscrowOutcome.COMPLETED)));
    assertThat(story.summary()).contains("not this service");
  }

  @Test
  void aDisputeNamesItsTimeout() {
    var story = story(situation(disputed()).ours());
    assertThat(story.summary()).contains("challenged");
    assertThat(story.next().atSeconds()).hasValue(END_S + 100 + TIMEOUT_S);
  }

  @Test
  void aResolvedDisputeNamesTheLastWord() {
    var story =
        story(situation(attested(BookingStatus.RESOLVED, EscrowOutcome.NO_SHOW_HOST)).ours());
    assertThat(story.summary()).contains("dispute is over").contains("NoShowHost");
  }

  @Test
  void aSettledBookingSaysWhoIsPaid() {
    var story = story(situation(attested(BookingStatus.FINALIZED, EscrowOutcome.COMPLETED)).ours());
    assertThat(story.summary()).contains("Settled as Completed").contains("host is paid");
  }

  @Test
  void aClaimedRefundSaysWhyNobodyAttested() {
    var refunded =
        new BookingRecord.Standing(
            BookingStatus.FINALIZED,
            EscrowOutcome.NONE,
            Optional.empty(),
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            true);
    var story =
        story(situation(refunded).with(verdict(VerdictRecord.Kind.MISSED, "window_missed", 0)));
    assertThat(story.summary()).contains("window_missed").contains("got everything back");
  }

  @Test
  void aCancelledBookingSaysByWhom() {
    var story = story(situation(cancelledBy(EscrowOutcome.CANCELLED_BY_HOST)));
    assertThat(story.summary()).contains("Cancelled by the host");
    var other = story(situation(cancelledBy(EscrowOutcome.CANCELLED_BY_GUEST)));
    assertThat(other.summary()).contains("Cancelled by the guest");
  }

  @Test
  void aForcedOutcomeIsToldWithWhoAndWhyAndWhatTheRulebookSaid() {
    var standing = attested(BookingStatus.ATTESTED, EscrowOutcome.NO_SHOW_GUEST);
    var story = story(situation(standing).with(forced(Outcome.NO_SHOW_GUEST)).ours());
    assertThat(story.summary())
        .contains("Attested as NoShowGuest")
        .contains(FakeBookings.STRANGER.toString())
        .contains("the rulebook gave Completed")
        .contains("both say so by phone")
        .doesNotContain("did not keep the appointment");
  }

  @Test
  void aForcedOutcomeOnItsWayIsTold() {
    var transaction = new StoredTransaction(HASH, Bytes.fromHex("0x76"), END_S);
    var story =
        story(
            situation(standing(BookingStatus.BOOKED))
                .with(decided(COMPLETED))
                .with(forced(Outcome.NO_SHOW_GUEST))
                .with(new Stage.Sent(transaction, 0)));
    assertThat(story.summary()).contains("forced NoShowGuest").contains("on its way");
  }

  @Test
  void aForcedOutcomeThatCameTooLateIsToldBesideTheFallback() {
    var story =
        story(
            situation(standing(BookingStatus.BOOKED))
                .with(verdict(VerdictRecord.Kind.MISSED, "window_missed", 0))
                .with(forced(Outcome.NO_SHOW_GUEST)));
    assertThat(story.summary()).contains("over for good").contains("forced NoShowGuest");
    assertThat(story.next().what()).contains("claimIfUnattested");
  }

  @Test
  void anOverrideThatADisputeOverturnedIsNotTheReasonOfItsEnd() {
    var resolved = attested(BookingStatus.RESOLVED, EscrowOutcome.COMPLETED);
    var story = story(situation(resolved).with(forced(Outcome.NO_SHOW_GUEST)).ours());
    assertThat(story.summary()).contains("both were there").doesNotContain("forced");
  }

  @ParameterizedTest
  @EnumSource(BookingStatus.class)
  void everyBookingHasAStory(BookingStatus status) {
    assertThat(story(situation(standing(status))).summary()).isNotBlank();
  }

  private static Story story(Draft draft) {
    return Story.of(draft.situation());
  }

  private static BookingRecord.Standing standing(BookingStatus status) {
    return new BookingRecord.Standing(
        status,
        EscrowOutcome.NONE,
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static BookingRecord.Standing attested(BookingStatus status, EscrowOutcome outcome) {
    return new BookingRecord.Standing(
        status,
        outcome,
        Optional.of(HASH),
        END_S,
        END_S + 3_600,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static BookingRecord.Standing disputed() {
    var dispute = new BookingRecord.Dispute(FakeBookings.GUEST, BigInteger.ONE, END_S + 100);
    return new BookingRecord.Standing(
        BookingStatus.DISPUTED,
        EscrowOutcome.COMPLETED,
        Optional.of(HASH),
        END_S,
        END_S + 3_600,
        Optional.of(dispute),
        Optional.empty(),
        false);
  }

  private static BookingRecord.Standing cancelledBy(EscrowOutcome reason) {
    return new BookingRecord.Standing(
        BookingStatus.CANCELLED,
        EscrowOutcome.NONE,
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        Optional.of(reason),
        false);
  }

  private static VerdictRecord verdict(VerdictRecord.Kind kind, String reason, long againSeconds) {
    return new VerdictRecord(
        kind,
        Optional.of(reason),
        Optional.empty(),
        START_S * 1_000,
        againSeconds == 0 ? OptionalLong.empty() : OptionalLong.of(againSeconds * 1_000),
        facts());
  }

  private static VerdictRecord decided(Decision decision) {
    return new VerdictRecord(
        VerdictRecord.Kind.ATTEST,
        Optional.empty(),
        Optional.of(decision),
        START_S * 1_000,
        OptionalLong.empty(),
        facts());
  }

  private static Facts facts() {
    return new Facts(
        FakeBookings.HALF_AN_HOUR, List.of(), List.of(), List.of(), START_S * 1_000, START_S);
  }

  private static Draft situation(BookingRecord.Standing standing) {
    var booking =
        new BookingRecord(
            FakeBookings.key(1),
            1,
            FakeBookings.HOST,
            FakeBookings.GUEST,
            BigInteger.TEN,
            FakeBookings.HALF_AN_HOUR,
            new BookingRecord.Offer(BigInteger.TEN, 0),
            standing,
            new BookingTerms(1_000, 0, 3_600, BUFFER_S, TIMEOUT_S, BigInteger.ONE));
    return new Draft(
        booking, Optional.empty(), Optional.empty(), Optional.empty(), false, START_S + 60);
  }

  private static ForcedOutcome forced(Outcome outcome) {
    return new ForcedOutcome(
        FakeBookings.key(1),
        outcome,
        HASH,
        Optional.of(Outcome.COMPLETED),
        FakeBookings.STRANGER,
        "both say so by phone",
        END_S * 1_000,
        HASH,
        END_S);
  }

  /** A situation in the making. */
  private record Draft(
      BookingRecord booking,
      Optional<VerdictRecord> verdict,
      Optional<Submission> attestation,
      Optional<ForcedOutcome> override,
      boolean committedByUs,
      long nowSeconds) {
    Draft with(VerdictRecord newest) {
      return new Draft(
          booking, Optional.of(newest), attestation, override, committedByUs, nowSeconds);
    }

    Draft with(ForcedOutcome forced) {
      return new Draft(
          booking, verdict, attestation, Optional.of(forced), committedByUs, nowSeconds);
    }

    Draft with(Stage stage) {
      var intent = new Intent.Attest(booking.key(), Outcome.NO_SHOW_GUEST, HASH, END_S);
      var ours =
          new Submission(1, intent, stage, 0, false, 0, OptionalLong.empty(), OptionalLong.empty());
      return new Draft(booking, verdict, Optional.of(ours), override, committedByUs, nowSeconds);
    }

    Draft at(long seconds) {
      return new Draft(booking, verdict, attestation, override, committedByUs, seconds);
    }

    Draft ours() {
      return new Draft(booking, verdict, attestation, override, true, nowSeconds);
    }

    Situation situation() {
      return new Situation(
          booking, verdict, attestation, override, committedByUs, nowSeconds * 1_000);
    }
  }
}
