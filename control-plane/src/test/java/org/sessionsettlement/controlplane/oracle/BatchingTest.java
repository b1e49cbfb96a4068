package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.Outcome;

/** Many attestations in one transaction, which does all of them or nothing. */
class BatchingTest {
  private static final Duration A_WHILE = Duration.ofSeconds(6);

  private final OracleFixture oracle = new OracleFixture(BatchingTest.class);
  private final FakeOracleChain chain = oracle.chain;

  @AfterEach
  void close() {
    oracle.close();
  }

  @Test
  void attestsManyWithAFewSignatures() {
    var keys = decided(Batch.MOST_MEMBERS + 1);
    settle(oracle.submitter());

    assertThat(chain.signatures()).isEqualTo(2);
    assertThat(chain.done()).hasSize(keys.size());
    assertThat(keys).allSatisfy(this::isConfirmedWithATransaction);
  }

  @Test
  void sendsEachAloneAfterABatchThatFailed() {
    var keys = decided(3);
    chain.runsOutOfGas(intents -> intents.size() > 1);
    settle(oracle.submitter());

    assertThat(chain.signatures()).isEqualTo(1 + 3);
    assertThat(keys).allSatisfy(this::isConfirmedWithATransaction);
  }

  @Test
  void letsNoOtherSufferForOneThatSomebodySettledMeanwhile() {
    var keys = decided(3);
    oracle.submitter().tick();
    chain.put(keys.getFirst(), BookingStatus.ATTESTED, Outcome.COMPLETED, OracleFixture.hash(9));
    chain.mine();
    settle(oracle.submitter());

    assertThat(oracle.stage(keys.getFirst())).isEqualTo(new Stage.SettledWithoutUs("ATTESTED"));
    assertThat(keys.subList(1, 3)).allSatisfy(this::isConfirmedWithATransaction);
  }

  @Test
  void leavesOutWhatTheContractRefusesAndSignsTheRest() {
    var keys = decided(3);
    chain.put(keys.getFirst(), BookingStatus.CANCELLED);
    settle(oracle.submitter());

    assertThat(oracle.stage(keys.getFirst())).isEqualTo(new Stage.SettledWithoutUs("CANCELLED"));
    assertThat(chain.signatures()).isEqualTo(1);
    assertThat(keys.subList(1, 3)).allSatisfy(this::isConfirmedWithATransaction);
  }

  @Test
  void signsNothingThatTheWitnessDoubts() {
    var keys = decided(3);
    var doubted = keys.getLast();
    settle(submitter(_ -> new Agreement.Disagrees(Set.of(doubted))));

    assertThat(oracle.stage(doubted)).isEqualTo(new Stage.Decided());
    assertThat(oracle.outbox.attestation(doubted).orElseThrow().attempts()).isPositive();
    assertThat(keys.subList(0, 2)).allSatisfy(this::isConfirmedWithATransaction);
  }

  @Test
  void signsNothingWhileTheWitnessIsSilent() {
    var keys = decided(2);
    settle(submitter(_ -> new Agreement.Unavailable("no_answer")));
    assertThat(chain.signatures()).isZero();

    settle(oracle.submitter());
    assertThat(keys).allSatisfy(this::isConfirmedWithATransaction);
  }

  @Test
  void looksAgainAtWhatTheChainTookBack() {
    var key = decided(1).getFirst();
    settle(oracle.submitter());
    assertThat(chain.done()).hasSize(1);

    oracle.mirror(key, BookingStatus.ATTESTED);
    oracle.later(Duration.ofMinutes(6));
    oracle.sweep().tick();
    assertThat(oracle.looks.nextMs(key)).isEmpty();

    chain.put(key, BookingStatus.BOOKED);
    oracle.mirror(key, BookingStatus.BOOKED);
    oracle.later(Duration.ofMinutes(2));
    oracle.sweep().tick();
    settle(oracle.submitter());
    assertThat(chain.done()).hasSize(2);
  }

  private List<BookingKey> decided(int bookings) {
    var keys = new ArrayList<BookingKey>();
    for (int id = 1; id <= bookings; id++) {
      var key = oracle.booked(id);
      oracle.host(key, OracleFixture.START_S, OracleFixture.END_S);
      oracle.guest(key, OracleFixture.START_S, OracleFixture.END_S);
      keys.add(key);
    }
    oracle.watchedUntil(OracleFixture.END_S);
    oracle.at(OracleFixture.END_S);
    oracle.sweep().tick();
    return keys;
  }

  private Submitter submitter(Witness witness) {
    return new Submitter(
        oracle.database,
        chain,
        witness,
        new Duties(true, true),
        oracle.telemetry,
        () -> {},
        oracle.clock);
  }

  private void settle(Submitter submitter) {
    for (int i = 0; i < 5; i++) {
      submitter.tick();
      chain.mine();
      oracle.later(A_WHILE);
    }
    submitter.tick();
  }

  private void isConfirmedWithATransaction(BookingKey key) {
    assertThat(oracle.stage(key))
        .isInstanceOfSatisfying(
            Stage.Confirmed.class, confirmed -> assertThat(confirmed.mined()).isPresent());
  }
}
