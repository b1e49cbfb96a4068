package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.MetricsCodec;
import org.sessionsettlement.escrow.OverrideRequest;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.SessionOverride;
import org.sessionsettlement.rules.Verdict;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** An operator forces an outcome. */
class OverridingTest {
  private static final long START_S = OracleFixture.START_S;
  private static final long END_S = OracleFixture.END_S;
  private static final long CHAIN_ID = 31337;
  private static final int RACES = 12;
  private static final int MORE_THAN_THE_POOL = 20;
  private static final Secp256k1Account OPERATOR = account("01");
  private static final Secp256k1Account SOMEBODY = account("02");

  private final OracleFixture oracle = new OracleFixture(OverridingTest.class);
  private BookingKey key = FakeBookings.key(1);

  /** A session that the rulebook takes for completed, at its end. */
  @BeforeEach
  void complete() {
    key = oracle.booked(1);
    oracle.host(key, START_S, END_S);
    oracle.guest(key, START_S, END_S);
    oracle.watchedUntil(END_S);
    oracle.at(END_S);
  }

  @AfterEach
  void close() {
    oracle.close();
  }

  @Test
  void isAttestedInsteadOfWhatTheRulebookSays() {
    var forced = taken(force(Outcome.NO_SHOW_GUEST));
    attest();

    assertThat(oracle.chain.done()).containsExactly(forced.intent());
    assertThat(oracle.stage(key)).isInstanceOf(Stage.Confirmed.class);
    assertThat(forced.outcome()).isEqualTo(Outcome.NO_SHOW_GUEST);
    assertThat(forced.computed()).contains(Outcome.COMPLETED);
  }

  @Test
  void isRecordedWithWhoAndWhyAndWhatTheRulebookSaid() {
    var forced = taken(force(Outcome.NO_SHOW_GUEST));

    assertThat(new Overrides(oracle.database).standing(key)).contains(forced);
    var stored = new MetricsPayloads(oracle.database).find(key, Optional.of(forced.metricsHash()));
    var payload = (SessionOverride) MetricsCodec.parse(stored.orElseThrow().bytes());
    assertThat(payload.operator()).isEqualTo(OPERATOR.address().toString());
    assertThat(payload.reason()).isEqualTo("both say so by phone");
    assertThat(payload.outcome()).isEqualTo(Outcome.NO_SHOW_GUEST);
    assertThat(payload.computed()).isEqualTo(payload.facts().recomputed()).isPresent();
    assertThat(oracle.verdict(key).orElseThrow().decision()).isEqualTo(payload.computed());
  }

  @Test
  void givesAnAnswerWhereTheRulebookHasNone() {
    var unwatched = oracle.booked(2);
    oracle
        .database
        .jdbc()
        .sql("delete from liveness where at_ms < :end")
        .param("end", END_S * 1_000)
        .update();
    var forced = taken(force(request(unwatched, Outcome.COMPLETED, END_S), OPERATOR));

    assertThat(forced.computed()).isEmpty();
  }

  @Test
  void refusesWhoIsNoOperator() {
    assertThat(force(request(key, Outcome.NO_SHOW_GUEST, END_S), SOMEBODY))
        .isEqualTo(refused(ProblemCode.OPERATOR_UNKNOWN));
    assertNothingChanged();
  }

  @Test
  void refusesBytesThatAreNoSignature() {
    assertThat(
            overriding().force(request(key, Outcome.NO_SHOW_GUEST, END_S), Bytes.fromHex("0x01")))
        .isEqualTo(new Overriding.Result.Refused(Overriding.NO_SIGNATURE));
    assertNothingChanged();
  }

  @Test
  void refusesARequestForAnotherChain() {
    var other =
        new OverrideRequest(
            1, key.escrow(), 1, Outcome.NO_SHOW_GUEST, "both say so by phone", END_S * 1_000);
    assertThat(
            overriding()
                .force(request(key, Outcome.NO_SHOW_GUEST, END_S), signature(other, OPERATOR)))
        .isEqualTo(refused(ProblemCode.OPERATOR_UNKNOWN));
  }

  @Test
  void refusesAnOperatorWhoIsAParty() {
    oracle
        .database
        .jdbc()
        .sql("update bookings set host = :host")
        .param("host", OPERATOR.address().toString())
        .update();
    assertThat(force(Outcome.NO_SHOW_GUEST)).isEqualTo(refused(ProblemCode.OPERATOR_IS_PARTY));
    assertNothingChanged();
  }

  @Test
  void refusesARequestThatLayAboutOrIsOfTheFuture() {
    long fresh = OverrideRule.FRESH_FOR.toSeconds();
    long ahead = OverrideRule.AHEAD_AT_MOST.toSeconds();
    assertThat(signedAt(END_S - fresh - 1)).isEqualTo(refused(ProblemCode.MESSAGE_EXPIRED));
    assertThat(signedAt(END_S + ahead + 1)).isEqualTo(refused(ProblemCode.MESSAGE_EXPIRED));
    assertNothingChanged();
    assertThat(signedAt(END_S - fresh)).isInstanceOf(Overriding.Result.Taken.class);
  }

  @Test
  void takesNoRequestTwice() {
    taken(force(Outcome.NO_SHOW_GUEST));
    oracle.later(Duration.ofSeconds(1));

    assertThat(force(request(key, Outcome.NO_SHOW_GUEST, END_S), OPERATOR))
        .isEqualTo(refused(ProblemCode.OVERRIDE_REPLAYED));
  }

  @Test
  void takesAnOutcomeInsideItsWindowAlone() {
    oracle.at(START_S + 299);
    assertThat(signedAt(START_S + 299)).isEqualTo(refused(ProblemCode.GRACE_NOT_OVER));
    assertThat(force(request(key, Outcome.COMPLETED, START_S + 299), OPERATOR))
        .isEqualTo(refused(ProblemCode.OVERLAP_NOT_MET));
    oracle.at(START_S + 300 + 1_801);
    assertThat(signedAt(START_S + 2_101)).isEqualTo(refused(ProblemCode.WINDOW_MISSED));
    assertNothingChanged();
  }

  @Test
  void forcesNothingThatIsAttestedOrCancelled() {
    oracle.chain.put(key, BookingStatus.ATTESTED);
    assertThat(force(Outcome.NO_SHOW_GUEST)).isEqualTo(refused(ProblemCode.ALREADY_SETTLED));
    oracle.chain.put(key, BookingStatus.BOOKED);
    oracle.mirror(key, BookingStatus.CANCELLED);
    assertThat(force(Outcome.NO_SHOW_GUEST)).isEqualTo(refused(ProblemCode.ALREADY_SETTLED));
    assertNothingChanged();
  }

  @Test
  void forcesNothingWhereTheRulebookSaysTheSame() {
    assertThat(force(Outcome.COMPLETED)).isEqualTo(refused(ProblemCode.OUTCOME_IS_COMPUTED));
    assertNothingChanged();
  }

  @Test
  void knowsNoBookingThatIsNotThere() {
    assertThat(force(request(FakeBookings.key(9), Outcome.COMPLETED, END_S), OPERATOR))
        .isEqualTo(refused(ProblemCode.BOOKING_NOT_FOUND));
  }

  @Test
  void takesThePlaceOfAnAttestationThatIsNotSigned() {
    oracle.sweep().tick();
    long computed = oracle.outbox.openAttestation(key).orElseThrow().id();
    var forced = taken(force(Outcome.NO_SHOW_GUEST));

    assertThat(oracle.outbox.find(computed).orElseThrow().stage())
        .isEqualTo(new Stage.Overridden());
    attest();
    assertThat(oracle.chain.done()).containsExactly(forced.intent());
  }

  @Test
  void leavesAnAttestationAloneThatIsSigned() {
    oracle.sweep().tick();
    oracle.submitter().tick();

    assertThat(force(Outcome.NO_SHOW_GUEST)).isEqualTo(refused(ProblemCode.ATTESTATION_SIGNED));
    oracle.chain.mine();
    oracle.later(Duration.ofSeconds(1));
    oracle.submitter().tick();
    assertThat(oracle.stage(key)).isInstanceOf(Stage.Confirmed.class);
    assertThat(new Overrides(oracle.database).standing(key)).isEmpty();
  }

  @Test
  void correctsAnOverrideThatIsNotSigned() {
    taken(force(Outcome.NO_SHOW_GUEST));
    assertThat(force(request(key, Outcome.NO_SHOW_GUEST, END_S - 1), OPERATOR))
        .isEqualTo(refused(ProblemCode.ATTESTATION_UNDER_WAY));
    var corrected = taken(force(Outcome.NO_SHOW_HOST));
    attest();

    assertThat(oracle.chain.done()).containsExactly(corrected.intent());
  }

  @Test
  void isReadAsOftenAsAnybodyAsksWithoutKeepingAConnection() {
    var forced = taken(force(Outcome.NO_SHOW_GUEST));
    for (int i = 0; i < MORE_THAN_THE_POOL; i++) {
      assertThat(new Overrides(oracle.database).standing(key)).contains(forced);
      assertThat(new MetricsPayloads(oracle.database).hashes(key)).hasSize(1);
    }
  }

  @Test
  void isNotJudgedWhileItIsUnderWay() {
    taken(force(Outcome.NO_SHOW_GUEST));
    assertThat(oracle.evaluator().evaluate(key, Trigger.OPERATOR))
        .isInstanceOf(Evaluation.InProgress.class);
  }

  @Test
  void standsAndIsSubmittedAgainWhereAReorganisationTookItsAttestationBack() {
    var forced = taken(force(Outcome.NO_SHOW_GUEST));
    attest();
    oracle.mirror(key, BookingStatus.ATTESTED);
    oracle.chain.put(key, BookingStatus.BOOKED);
    oracle.mirror(key, BookingStatus.BOOKED);

    var evaluation = oracle.evaluator().evaluate(key, Trigger.SWEEP);
    assertThat(evaluation).isInstanceOf(Evaluation.Submitted.class);
    attest();
    assertThat(oracle.chain.done()).containsExactly(forced.intent(), forced.intent());
  }

  @Test
  void leavesTheBookingToTheFallbackWhereItsWindowPassed() {
    taken(force(Outcome.NO_SHOW_GUEST));
    oracle.at(START_S + 300 + 1_801);
    oracle.submitter().tick();
    assertThat(oracle.stage(key)).isEqualTo(new Stage.Expired());

    assertThat(oracle.evaluator().evaluate(key, Trigger.SWEEP))
        .isInstanceOfSatisfying(
            Evaluation.NotNow.class,
            not -> assertThat(not.verdict()).isInstanceOf(Verdict.Missed.class));
    assertThat(oracle.outbox.openAttestation(key)).isEmpty();
  }

  /** Sweep, submitter and operators at once: each booking has one outcome, and a signed one. */
  @Test
  void ofAnOverrideAndTheOracleAtOnceOneIsAttested() throws Exception {
    for (long id = 2; id <= RACES; id++) {
      var other = oracle.booked(id);
      oracle.host(other, START_S, END_S);
      oracle.guest(other, START_S, END_S);
    }
    var results = new ConcurrentHashMap<BookingKey, Overriding.Result>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      running.add(threads.submit(() -> oracle.sweep().tick()));
      running.add(threads.submit(() -> oracle.submitter().tick()));
      for (long id = 1; id <= RACES; id++) {
        var booking = FakeBookings.key(id);
        var request = request(booking, Outcome.NO_SHOW_GUEST, END_S);
        running.add(threads.submit(() -> results.put(booking, force(request, OPERATOR))));
      }
      running.add(threads.submit(() -> oracle.submitter().tick()));
      for (var one : running) {
        one.get();
      }
    }
    attest();
    oracle.later(Duration.ofSeconds(6));
    oracle.sweep().tick();
    attest();

    assertThat(oracle.chain.done()).hasSize(RACES);
    for (var intent : oracle.chain.done()) {
      boolean forced = results.get(intent.booking()) instanceof Overriding.Result.Taken;
      assertThat(((Intent.Attest) intent).outcome())
          .isEqualTo(forced ? Outcome.NO_SHOW_GUEST : Outcome.COMPLETED);
    }
  }

  private void attest() {
    oracle.submitter().tick();
    oracle.chain.mine();
    oracle.later(Duration.ofSeconds(1));
    oracle.submitter().tick();
  }

  private void assertNothingChanged() {
    assertThat(new Overrides(oracle.database).standing(key)).isEmpty();
    assertThat(oracle.outbox.attestation(key)).isEmpty();
    assertThat(new MetricsPayloads(oracle.database).hashes(key)).isEmpty();
  }

  private Overriding.Result signedAt(long seconds) {
    return force(request(key, Outcome.NO_SHOW_GUEST, seconds), OPERATOR);
  }

  private Overriding.Result force(Outcome outcome) {
    return force(request(key, outcome, END_S), OPERATOR);
  }

  private Overriding.Result force(OverrideRequest request, Secp256k1Account signer) {
    return overriding().force(request, signature(request, signer));
  }

  private Overriding overriding() {
    return oracle.overriding(Set.of(OPERATOR.address()));
  }

  private static OverrideRequest request(BookingKey key, Outcome outcome, long atSeconds) {
    return new OverrideRequest(
        CHAIN_ID,
        key.escrow(),
        key.bookingId(),
        outcome,
        "both say so by phone",
        atSeconds * 1_000);
  }

  private static Bytes signature(OverrideRequest request, Secp256k1Account signer) {
    return signer.signTypedData(request.typedData()).toBytes();
  }

  private static ForcedOutcome taken(Overriding.Result result) {
    assertThat(result).isInstanceOf(Overriding.Result.Taken.class);
    return ((Overriding.Result.Taken) result).forced();
  }

  private static Overriding.Result refused(ProblemCode code) {
    return new Overriding.Result.Refused(Problem.of(code));
  }

  private static Secp256k1Account account(String digits) {
    return Secp256k1Account.fromPrivateKey("0x" + digits.repeat(32));
  }
}
