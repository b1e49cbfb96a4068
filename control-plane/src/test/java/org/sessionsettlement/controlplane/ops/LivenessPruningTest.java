package org.sessionsettlement.controlplane.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.rules.Interval;

class LivenessPruningTest {
  private static final Database DATABASE = TestDatabase.open(LivenessPruningTest.class);

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private final Gaps gaps = new Gaps(DATABASE);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void forgetRows() {
    DATABASE.jdbc().sql("truncate liveness").update();
  }

  @Test
  void changesNoGapThatIsStillNeeded() {
    for (int round = 0; round < 50; round++) {
      forgetRows();
      long untilMs = randomRows();
      long neededMs = random.nextLong(untilMs);
      var window = new Interval(neededMs, neededMs + random.nextLong(120_000));
      var before = gaps.within(window);
      prune(neededMs);
      assertThat(gaps.within(window))
          .as("seed %d, round %d, needed from %d", seed, round, neededMs)
          .isEqualTo(before);
    }
  }

  /** Rows a second, or a little less, apart; now and then nobody watched. */
  private long randomRows() {
    long atMs = random.nextLong(60_000);
    for (int row = 0; row < 60; row++) {
      insert(atMs, "one");
      atMs += random.nextInt(8) == 0 ? random.nextLong(60_000) : 1_000;
    }
    return atMs;
  }

  @Test
  void removesWhatNobodyNeedsOnEveryNode() {
    for (long atMs = 0; atMs <= 100_000; atMs += 10_000) {
      insert(atMs, "one");
      insert(atMs, "other");
    }
    assertThat(prune(80_000)).isEqualTo(12);
    assertThat(prune(80_000)).isZero();
    assertThat(oldestMs()).isEqualTo(60_000);
  }

  @Test
  void keepsTheOnlyRowThereIs() {
    insert(0, "one");
    assertThat(prune(Long.MAX_VALUE / 2)).isZero();
  }

  @Test
  void removesNoMoreThanItsBoundATick() {
    DATABASE
        .jdbc()
        .sql("insert into liveness select ms, 'one' from generate_series(0, :last::bigint) ms")
        .param("last", LivenessPruning.ROWS_A_TICK + 10)
        .update();
    assertThat(prune(1_000_000)).isEqualTo(LivenessPruning.ROWS_A_TICK);
    assertThat(prune(1_000_000)).isEqualTo(10);
  }

  private static int prune(long neededFromMs) {
    return new LivenessPruning(DATABASE, () -> neededFromMs).tick();
  }

  private static long oldestMs() {
    return DATABASE.jdbc().sql("select min(at_ms) from liveness").query(Long.class).single();
  }

  private static void insert(long atMs, String node) {
    DATABASE
        .jdbc()
        .sql("insert into liveness (at_ms, node_id) values (:at, :node)")
        .param("at", atMs)
        .param("node", node)
        .update();
  }
}
