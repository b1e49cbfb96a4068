package org.sessionsettlement.controlplane.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.db.TestDatabase;

/** Whatever happened on the way, the tables are what one look at the chain as it is gives. */
class RandomHistoryTest {
  private static final int STEPS = 400;
  private static final int DEEPEST = 90;
  private final long seed = System.nanoTime();

  /** How often, out of 20 steps, the chain is reorganised. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void endsWithTheTablesOfAResync(int reorganisations) {
    var random = new Random(seed);
    var chain = new FakeChain().empty();
    try (var database = TestDatabase.open(getClass());
        var other = TestDatabase.open(getClass())) {
      var indexer = new Indexer(database, chain, 0);
      live(chain, indexer, random, reorganisations);
      indexer.tick();
      new Indexer(other, chain, 0).tick();

      var grown = MirrorTables.rows(database, FakeChain.ESCROW);
      assertThat(grown).as("seed " + seed).isEqualTo(MirrorTables.rows(other, FakeChain.ESCROW));
      assertThat(grown.values()).as("seed " + seed).noneMatch(List::isEmpty);
      indexer.resync();
      assertThat(MirrorTables.rows(database, FakeChain.ESCROW)).as("seed " + seed).isEqualTo(grown);
      var reconciliation = new Reconciliation(database, chain, () -> Instant.EPOCH);
      reconciliation.tick();
      assertThat(reconciliation.openSeen()).as("seed " + seed).isZero();
    }
  }

  private static void live(FakeChain chain, Indexer indexer, Random random, int reorganisations) {
    var history = new RandomHistory(chain, random);
    int highest = 0;
    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(20) < reorganisations) {
        highest = Math.max(highest, chain.height());
        chain.takeBack(random.nextInt(Math.min(DEEPEST, chain.height())));
      }
      history.step();
      if (random.nextInt(3) == 0) {
        indexer.tick();
      }
    }
    // A chain that is shorter than the mirror looks like a node that is behind.
    while (chain.height() <= highest) {
      history.step();
    }
  }
}
