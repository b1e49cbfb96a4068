package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.escrow.BookingStatus;

class KeeperTest {
  private static final long FINALIZABLE_S = OracleFixture.END_S;
  private static final long TIMEOUT_S = FINALIZABLE_S + 86_400;

  private final OracleFixture oracle = new OracleFixture(KeeperTest.class);

  @AfterEach
  void close() {
    oracle.close();
  }

  @Test
  void finalizesWhatIsFinalOnceAndNotBefore() {
    var key = oracle.mirrored(1, BookingStatus.ATTESTED);
    oracle.at(FINALIZABLE_S - 1);
    keepAndSettle();
    assertThat(oracle.chain.done()).isEmpty();

    oracle.at(FINALIZABLE_S);
    keepAndSettle();
    keepAndSettle();
    assertThat(oracle.chain.done()).containsExactly(new Intent.Finalize(key));
  }

  @Test
  void finalizesAResolvedDispute() {
    var key = oracle.mirrored(1, BookingStatus.RESOLVED);
    oracle.at(FINALIZABLE_S);
    keepAndSettle();
    assertThat(oracle.chain.done()).containsExactly(new Intent.Finalize(key));
  }

  @Test
  void endsADisputeThatRanOutAndNotBefore() {
    var key = oracle.mirrored(1, BookingStatus.DISPUTED);
    oracle.at(TIMEOUT_S - 60);
    keepAndSettle();
    assertThat(oracle.chain.done()).isEmpty();

    oracle.at(TIMEOUT_S);
    keepAndSettle();
    assertThat(oracle.chain.done()).containsExactly(new Intent.FinalizeDispute(key));
  }

  @Test
  void isContentWhenSomebodyElseFinalized() {
    var key = oracle.mirrored(1, BookingStatus.ATTESTED);
    oracle.chain.put(key, BookingStatus.FINALIZED);
    oracle.at(FINALIZABLE_S);
    keepAndSettle();

    assertThat(oracle.chain.signatures()).isZero();
    assertThat(
            oracle
                .registry
                .get("settlement.finalizations")
                .tag("result", "already_settled")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void leavesAloneWhatIsOnlyBooked() {
    oracle.booked(1);
    oracle.at(TIMEOUT_S);
    keepAndSettle();
    assertThat(oracle.chain.done()).isEmpty();
  }

  private void keepAndSettle() {
    oracle.keeper().tick();
    oracle.submitter().tick();
    oracle.chain.mine();
    oracle.later(Duration.ofSeconds(1));
    oracle.submitter().tick();
  }
}
