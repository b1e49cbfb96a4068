package org.sessionsettlement.controlplane.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.rules.Interval;

class GapsTest {
  private static final Database DATABASE = TestDatabase.open(GapsTest.class);

  private final SettableClock clock = new SettableClock(0);
  private final LivenessRecorder oneNode = new LivenessRecorder(DATABASE, clock, "one");
  private final LivenessRecorder otherNode = new LivenessRecorder(DATABASE, clock, "other");
  private final Gaps gaps = new Gaps(DATABASE);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void forgetRows() {
    DATABASE.jdbc().sql("delete from liveness").update();
  }

  @Test
  void knowsNoGapWhileOneNodeOfTwoLives() {
    watch(oneNode, 0, 60_000);
    watch(otherNode, 30_000, 300_000);
    assertThat(gaps.within(new Interval(100_000, 200_000))).isEmpty();
  }

  @Test
  void findsTheTimeInWhichNoNodeLived() {
    watch(oneNode, 0, 120_000);
    watch(otherNode, 150_000, 300_000);
    assertThat(gaps.within(new Interval(100_000, 200_000)))
        .containsExactly(new Interval(120_000, 165_000));
  }

  @Test
  void findsAnOutageThatCoversTheWholeWindow() {
    watch(oneNode, 0, 50_000);
    watch(oneNode, 290_000, 300_000);
    var window = new Interval(100_000, 200_000);
    assertThat(gaps.within(window)).containsExactly(window);
  }

  @Test
  void findsAnOutageThatBeganBeforeTheWindowAndAnotherThatEndsAfterIt() {
    watch(oneNode, 0, 50_000);
    watch(oneNode, 110_000, 190_000);
    watch(oneNode, 250_000, 260_000);
    assertThat(gaps.within(new Interval(100_000, 200_000)))
        .containsExactly(new Interval(100_000, 125_000), new Interval(190_000, 200_000));
  }

  @Test
  void doesNotCallTheTimeAfterTheNewestRowAGap() {
    watch(oneNode, 0, 150_000);
    assertThat(gaps.within(new Interval(100_000, 200_000))).isEmpty();
  }

  @Test
  void takesTheTimeBeforeTheFirstRowAsAGap() {
    watch(oneNode, 150_000, 300_000);
    assertThat(gaps.within(new Interval(100_000, 200_000)))
        .containsExactly(new Interval(100_000, 165_000));
  }

  private void watch(LivenessRecorder node, long fromMs, long untilMs) {
    for (long atMs = fromMs; atMs <= untilMs; atMs += 5_000) {
      clock.set(atMs);
      node.tick();
    }
  }
}
