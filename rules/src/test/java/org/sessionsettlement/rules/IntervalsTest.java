package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code -Dseed=...} runs a failure again. */
class IntervalsTest {
  private static final int MANY = 20_000;
  private static final int UNTIL = 24;

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final Random random = new Random(seed);

  @Test
  void refusesAnIntervalThatEndsBeforeItBegins() {
    assertThatThrownBy(() -> new Interval(2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an interval ends before it begins: [2, 1)");
  }

  @Test
  void holdsItsStartAndNotItsEnd() {
    Interval interval = new Interval(1, 3);

    assertThat(interval.contains(0)).isFalse();
    assertThat(interval.contains(1)).isTrue();
    assertThat(interval.contains(2)).isTrue();
    assertThat(interval.contains(3)).isFalse();
    assertThat(new Interval(1, 1).contains(1)).isFalse();
  }

  @Test
  void unitesWhatOverlapsOrTouchesAndDropsWhatIsEmpty() {
    assertThat(Intervals.unite(of(7, 9, 1, 3, 3, 4, 2, 3, 5, 5, 8, 10))).isEqualTo(of(1, 4, 7, 10));
  }

  @Test
  void doesNotTouchWhatItWasGiven() {
    List<Interval> given = List.of(new Interval(3, 4), new Interval(1, 2));

    assertThat(Intervals.unite(given)).isEqualTo(of(1, 2, 3, 4));
  }

  @Test
  void agreesWithSetsOfInstants() {
    for (int i = 0; i < MANY; i++) {
      List<Interval> a = some();
      List<Interval> b = some();
      List<Interval> unitedA = Intervals.unite(a);
      List<Interval> unitedB = Intervals.unite(b);
      int from = random.nextInt(UNTIL);
      int until = random.nextInt(UNTIL);
      BitSet window = new BitSet();
      window.set(from, Math.max(from, until));

      assertThat(unitedA).as("seed %d: %s", seed, a).isEqualTo(intervals(bits(a)));
      assertThat(Intervals.intersect(unitedA, unitedB))
          .as("seed %d: %s and %s", seed, a, b)
          .isEqualTo(intervals(both(bits(a), bits(b))));
      assertThat(Intervals.minus(unitedA, unitedB))
          .as("seed %d: %s without %s", seed, a, b)
          .isEqualTo(intervals(without(bits(a), bits(b))));
      assertThat(Intervals.clip(unitedA, from, until))
          .as("seed %d: %s in [%d, %d)", seed, a, from, until)
          .isEqualTo(intervals(both(bits(a), window)));
      assertThat(Intervals.totalMs(unitedA))
          .as("seed %d: %s", seed, a)
          .isEqualTo(bits(a).cardinality());
    }
  }

  private List<Interval> some() {
    List<Interval> intervals = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      int from = random.nextInt(UNTIL);
      intervals.add(new Interval(from, from + random.nextInt(6)));
    }
    return intervals;
  }

  private static BitSet bits(List<Interval> intervals) {
    BitSet bits = new BitSet();
    intervals.forEach(i -> bits.set((int) i.fromMs(), (int) i.untilMs()));
    return bits;
  }

  private static BitSet both(BitSet a, BitSet b) {
    a.and(b);
    return a;
  }

  private static BitSet without(BitSet a, BitSet b) {
    a.andNot(b);
    return a;
  }

  private static List<Interval> intervals(BitSet bits) {
    List<Interval> intervals = new ArrayList<>();
    int from = bits.nextSetBit(0);
    while (from >= 0) {
      int until = bits.nextClearBit(from);
      intervals.add(new Interval(from, until));
      from = bits.nextSetBit(until);
    }
    return intervals;
  }

  private static List<Interval> of(long... ends) {
    List<Interval> intervals = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      intervals.add(new Interval(ends[i], ends[i + 1]));
    }
    return intervals;
  }
}
