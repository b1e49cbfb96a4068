package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several nodes on one database. */
class RacingNodesTest {
  private static final int NODES = 4;
  private static final int BOOKINGS = 5;

  private final OracleFixture oracle = new OracleFixture(RacingNodesTest.class);

  @AfterEach
  void close() {
    oracle.close();
  }

  @Test
  void decideEachBookingOnce() throws Exception {
    bookSeveral();
    race(() -> oracle.sweep().tick());

    assertThat(count("select count(*) from outbox")).isEqualTo(BOOKINGS);
    assertThat(count("select count(*) from verdicts")).isEqualTo(BOOKINGS);
  }

  @Test
  void signEachAttestationOnce() throws Exception {
    bookSeveral();
    oracle.sweep().tick();
    race(() -> oracle.submitter().tick());
    oracle.chain.mine();
    oracle.later(Duration.ofSeconds(6));
    race(() -> oracle.submitter().tick());

    assertThat(oracle.chain.done()).hasSize(BOOKINGS);
    assertThat(oracle.chain.signatures()).isBetween(1, BOOKINGS);
    assertThat(
            count("select count(*) from outbox where stage = 'confirmed' and tx_hash is not null"))
        .isEqualTo(BOOKINGS);
  }

  private void bookSeveral() {
    for (int id = 1; id <= BOOKINGS; id++) {
      oracle.booked(id);
    }
    oracle.watchedUntil(OracleFixture.END_S);
    oracle.at(OracleFixture.END_S);
  }

  private static void race(Runnable work) throws Exception {
    var start = new CyclicBarrier(NODES);
    try (var threads = Executors.newFixedThreadPool(NODES)) {
      Callable<Boolean> node =
          () -> {
            start.await();
            work.run();
            return true;
          };
      List<Future<Boolean>> nodes = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        nodes.add(threads.submit(node));
      }
      for (var one : nodes) {
        assertThat(one.get()).isTrue();
      }
    }
  }

  private int count(String sql) {
    return oracle.database.jdbc().sql(sql).query(Integer.class).single();
  }
}
