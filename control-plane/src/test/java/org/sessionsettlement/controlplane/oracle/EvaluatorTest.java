package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.Outcome;

class EvaluatorTest {
  private static final long START_S = OracleFixture.START_S;
  private static final long END_S = OracleFixture.END_S;

  private final OracleFixture oracle = new OracleFixture(EvaluatorTest.class);

  @AfterEach
  void close() {
    oracle.close();
  }

  @Test
  void judgesABookingThatNobodyEverJoined() {
    var key = oracle.booked(1);
    oracle.watchedUntil(END_S);
    oracle.at(END_S);
    oracle.sweep().tick();

    assertThat(attested(key)).contains(Outcome.NO_SHOW_HOST);
  }

  @Test
  void submitsANoShowBeforeTheEnd() {
    var key = oracle.booked(1);
    oracle.host(key, START_S, START_S + 1_200);
    oracle.watchedUntil(START_S + 1_200);
    oracle.at(START_S + 1_200);
    oracle.sweep().tick();

    assertThat(attested(key)).contains(Outcome.NO_SHOW_GUEST);
  }

  @Test
  void holdsACompletedUntilTheEndAndStoresNothingBefore() {
    var key = completedAt(START_S + 1_200);
    assertThat(oracle.evaluator().evaluate(key, Trigger.OPERATOR))
        .isEqualTo(new Evaluation.HeldUntilEnd(END_S * 1_000));
    assertThat(new MetricsPayloads(oracle.database).find(key, Optional.empty())).isEmpty();

    oracle.watchedUntil(END_S + 1);
    oracle.at(END_S + 1);
    oracle.sweep().tick();
    assertThat(attested(key)).contains(Outcome.COMPLETED);
  }

  @Test
  void storesThePayloadThatTheIntentCommitsTo() {
    var key = completedAt(END_S);
    oracle.sweep().tick();

    var intent = (Intent.Attest) oracle.outbox.attestation(key).orElseThrow().intent();
    assertThat(new MetricsPayloads(oracle.database).hashes(key))
        .containsExactly(intent.metricsHash());
  }

  @Test
  void saysWhatItWaitsForAndLooksAgain() {
    var key = oracle.booked(1);
    oracle.host(key, START_S, START_S + 60);
    oracle.watchedUntil(START_S + 60);
    oracle.at(START_S + 60);
    oracle.sweep().tick();

    var verdict = oracle.verdict(key).orElseThrow();
    assertThat(verdict.reason()).contains("session_running");
    assertThat(verdict.lookAgainMs().orElseThrow()).isGreaterThan(oracle.clock.millis());
    assertThat(verdict.facts().host()).hasSize(1);
  }

  @Test
  void doesNotLookBeforeItIsDue() {
    oracle.booked(1);
    oracle.watchedUntil(START_S + 60);
    oracle.at(START_S + 60);
    oracle.sweep().tick();
    oracle.sweep().tick();

    assertThat(verdicts()).isEqualTo(1);
  }

  @Test
  void doesNotJudgeBeforeTheStart() {
    oracle.booked(1);
    oracle.sweep().tick();
    assertThat(verdicts()).isZero();
  }

  @Test
  void recordsAMissedWindowOnceAndForGood() {
    var key = oracle.booked(1);
    oracle.host(key, START_S, END_S);
    oracle.watchedUntil(END_S);
    oracle.at(END_S + 100_000);
    oracle.sweep().tick();
    oracle.at(END_S + 200_000);
    oracle.sweep().tick();

    assertThat(oracle.verdict(key).orElseThrow().reason()).contains("window_missed");
    assertThat(verdicts()).isEqualTo(1);
    assertThat(oracle.registry.counter("settlement.verdicts", "kind", "missed").count())
        .isEqualTo(1);
  }

  @Test
  void givesNoAnswerWhereNobodyWatched() {
    var key = oracle.booked(1);
    oracle.watchedUntil(START_S + 10);
    insertLiveness(END_S + 60);
    oracle.at(END_S + 60);
    oracle.sweep().tick();

    assertThat(oracle.verdict(key).orElseThrow().reason()).contains("presence_unknown");
    assertThat(oracle.outbox.attestation(key)).isEmpty();
  }

  @Test
  void decidesNothingTwiceWhileAnAttestationIsOpen() {
    var key = completedAt(END_S);
    var first = oracle.evaluator().evaluate(key, Trigger.OPERATOR);
    var second = oracle.evaluator().evaluate(key, Trigger.OPERATOR);

    assertThat(first).isInstanceOf(Evaluation.Submitted.class);
    assertThat(second).isInstanceOf(Evaluation.InProgress.class);
    assertThat(verdicts()).isEqualTo(1);
  }

  @Test
  void leavesAloneWhatIsNoLongerBooked() {
    var key = oracle.mirrored(1, BookingStatus.CANCELLED);
    oracle.at(END_S);
    oracle.sweep().tick();

    assertThat(verdicts()).isZero();
    assertThat(oracle.evaluator().evaluate(key, Trigger.OPERATOR))
        .isEqualTo(new Evaluation.NotBooked(BookingStatus.CANCELLED));
  }

  @Test
  void keepsTheWatermarkItUsed() {
    var key = completedAt(END_S);
    oracle.sweep().tick();
    assertThat(
            oracle
                .database
                .jdbc()
                .sql("select watermark_ms from used_watermarks where booking_id = :id")
                .param("id", key.bookingId())
                .query(Long.class)
                .single())
        .isEqualTo(END_S * 1_000);
  }

  @Test
  void judgesTheOthersWhenOneBookingCannotBeJudged() {
    var broken = completedAt(END_S);
    var key = oracle.booked(2);
    oracle
        .database
        .jdbc()
        .sql("update slots set min_overlap_mins = 99 where slot_id = :id")
        .param("id", broken.bookingId())
        .update();
    oracle.sweep().tick();

    assertThat(attested(key)).contains(Outcome.NO_SHOW_HOST);
    assertThat(attested(broken)).isEmpty();
    assertThat(oracle.registry.counter("settlement.evaluation.failures").count()).isEqualTo(1);
  }

  private BookingKey completedAt(long seconds) {
    var key = oracle.booked(1);
    oracle.host(key, START_S, seconds);
    oracle.guest(key, START_S, seconds);
    oracle.watchedUntil(seconds);
    oracle.at(seconds);
    return key;
  }

  private Optional<Outcome> attested(BookingKey key) {
    return oracle
        .outbox
        .attestation(key)
        .map(submission -> ((Intent.Attest) submission.intent()).outcome());
  }

  private int verdicts() {
    return oracle
        .database
        .jdbc()
        .sql("select count(*) from verdicts")
        .query(Integer.class)
        .single();
  }

  private void insertLiveness(long seconds) {
    oracle
        .database
        .jdbc()
        .sql("insert into liveness (at_ms, node_id) values (:at, 'n')")
        .param("at", seconds * 1_000)
        .update();
  }
}
