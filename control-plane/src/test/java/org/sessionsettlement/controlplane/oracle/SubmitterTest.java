package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.Outcome;

class SubmitterTest {
  private static final Duration A_WHILE = Duration.ofSeconds(6);

  private final OracleFixture oracle = new OracleFixture(SubmitterTest.class);
  private final FakeOracleChain chain = oracle.chain;
  private BookingKey key = new BookingKey(org.sessionsettlement.tempo.Address.ZERO, 0);

  @BeforeEach
  void decideANoShow() {
    key = oracle.booked(1);
    oracle.host(key, OracleFixture.START_S, OracleFixture.END_S);
    oracle.watchedUntil(OracleFixture.END_S);
    oracle.at(OracleFixture.END_S);
    assertThat(oracle.evaluator().evaluate(key, Trigger.OPERATOR))
        .isInstanceOf(Evaluation.Submitted.class);
  }

  @AfterEach
  void close() {
    oracle.close();
  }

  @Test
  void attestsOnceAndKnowsWhere() {
    tick();
    chain.mine();
    oracle.later(Duration.ofSeconds(1));
    tick();
    tick();

    assertThat(chain.done()).hasSize(1);
    assertThat(oracle.stage(key))
        .isInstanceOfSatisfying(
            Stage.Confirmed.class, confirmed -> assertThat(confirmed.mined()).isPresent());
  }

  @ParameterizedTest
  @EnumSource(FakeOracleChain.Kill.class)
  void losesNothingAndAttestsNothingTwiceWhenItIsKilled(FakeOracleChain.Kill step) {
    chain.killAt(step);
    assertThatThrownBy(this::tick).isInstanceOf(FakeOracleChain.Killed.class);
    chain.mine();

    settle();

    assertThat(chain.done()).hasSize(1);
    assertThat(oracle.stage(key)).isInstanceOf(Stage.Confirmed.class);
  }

  @Test
  void sendsTheStoredBytesAgainInsteadOfSigningAnew() {
    chain.killAt(FakeOracleChain.Kill.BEFORE_SENDING);
    assertThatThrownBy(this::tick).isInstanceOf(FakeOracleChain.Killed.class);

    settle();

    assertThat(chain.signatures()).isEqualTo(1);
    assertThat(chain.done()).hasSize(1);
  }

  @Test
  void replacesALostTransactionOnlyOnceItHasSurelyExpired() {
    chain.loseWhatIsSent(true);
    tick();
    oracle.later(Duration.ofSeconds(Preflight.VALIDITY_SECONDS - 1));
    tick();
    assertThat(oracle.stage(key)).isInstanceOf(Stage.Sent.class);
    assertThat(chain.signatures()).isEqualTo(1);

    oracle.later(Duration.ofSeconds(2));
    tick();
    assertThat(oracle.stage(key)).isEqualTo(new Stage.Expired());

    chain.loseWhatIsSent(false);
    oracle.later(A_WHILE);
    oracle.sweep().tick();
    settle();
    assertThat(chain.done()).hasSize(1);
    assertThat(chain.signatures()).isEqualTo(2);
  }

  @Test
  void isContentWhenAnotherProcessWithTheSamePayloadWasFaster() {
    var ours = (Intent.Attest) oracle.outbox.attestation(key).orElseThrow().intent();
    chain.put(key, BookingStatus.ATTESTED, ours.outcome(), ours.metricsHash());
    tick();

    assertThat(oracle.stage(key)).isEqualTo(new Stage.Confirmed(Optional.empty()));
    assertThat(chain.signatures()).isZero();
  }

  @Test
  void recordsThatAnotherAttestedOtherwise() {
    chain.put(key, BookingStatus.ATTESTED, Outcome.COMPLETED, OracleFixture.hash(9));
    tick();

    assertThat(oracle.stage(key)).isEqualTo(new Stage.SettledWithoutUs("ATTESTED"));
    assertThat(chain.done()).isEmpty();
  }

  @Test
  void recordsThatTheRefundWasClaimedWhileItsTransactionWasOnTheWay() {
    tick();
    chain.put(key, BookingStatus.FINALIZED);
    chain.mine();
    settle();

    assertThat(oracle.stage(key)).isEqualTo(new Stage.SettledWithoutUs("FINALIZED"));
  }

  @Test
  void waitsWhileTheChainIsAwayAndGoesOnWhenItIsBack() {
    chain.goAway(true);
    tick();
    assertThat(oracle.stage(key)).isEqualTo(new Stage.Decided());
    chain.goAway(false);

    oracle.later(A_WHILE);
    settle();
    assertThat(chain.done()).hasSize(1);
  }

  @Test
  void waitsNoLongerWhenTheChainGoesAwayAsItIsAskedWhoSigns() {
    chain.goAwayWhenAskedWhoSigns();
    tick();
    assertThat(oracle.stage(key)).isEqualTo(new Stage.Decided());
    chain.goAway(false);

    oracle.later(Duration.ofMillis(Backoff.CHAIN_AWAY_MS));
    tick();
    assertThat(chain.signatures()).isEqualTo(1);
  }

  @Test
  void triesAgainWithPausesWhileTheContractRefusesTheSigner() {
    chain.revertWith("NOT_ORACLE");
    tick();
    tick();

    assertThat(oracle.outbox.attestation(key).orElseThrow().attempts()).isEqualTo(1);
    assertThat(
            oracle.registry.counter("settlement.submission.failures", "intent", "attest").count())
        .isEqualTo(1);
  }

  @Test
  void endsAsMissedWhenTheWindowCloses() {
    chain.revertWith("NOT_ORACLE");
    oracle.at(OracleFixture.GRACE_END_S + 1_800 + 1);
    tick();
    assertThat(oracle.stage(key)).isEqualTo(new Stage.Expired());

    oracle.later(A_WHILE);
    oracle.sweep().tick();
    assertThat(oracle.verdict(key).orElseThrow().kind()).isEqualTo(VerdictRecord.Kind.MISSED);
    assertThat(oracle.outbox.openAttestation(key)).isEmpty();
  }

  private void tick() {
    oracle.submitter().tick();
  }

  /** A process of its own, blocks and time until everything has come to an end. */
  private void settle() {
    for (int i = 0; i < 5; i++) {
      oracle.later(A_WHILE);
      tick();
      chain.mine();
    }
    oracle.later(A_WHILE);
    tick();
  }
}
