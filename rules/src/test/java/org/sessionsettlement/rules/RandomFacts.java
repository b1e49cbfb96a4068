package org.sessionsettlement.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Seeded facts for properties: short sessions on a coarse grid, with now and then a millisecond off
 * it, so that the edges of rules, intervals and windows meet often.
 */
final class RandomFacts {
  private static final long START_SECONDS = 1_800_000_000;
  private static final long GRID_MS = 5_000;

  private final Random random;

  RandomFacts(Random random) {
    this.random = random;
  }

  Facts next() {
    SlotTerms slot = slot();
    return new Facts(
        slot,
        presence(slot),
        presence(slot),
        intervals(slot, random.nextBoolean() ? 0 : 2),
        watermarkMs(slot),
        chainTimeSeconds(slot));
  }

  private SlotTerms slot() {
    int duration = 1 + random.nextInt(3);
    return new SlotTerms(
        START_SECONDS, duration, random.nextInt(duration + 2), random.nextInt(duration + 1));
  }

  private List<Interval> presence(SlotTerms slot) {
    return random.nextInt(8) == 0 ? throughout(slot) : intervals(slot, 4);
  }

  static List<Interval> throughout(SlotTerms slot) {
    return List.of(new Interval(slot.startMs(), slot.endMs()));
  }

  private List<Interval> intervals(SlotTerms slot, int most) {
    List<Interval> intervals = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      long a = instantMs(slot);
      long b = instantMs(slot);
      intervals.add(new Interval(Math.min(a, b), Math.max(a, b)));
    }
    return intervals;
  }

  /** From half a minute before the session to half a minute after. */
  long instantMs(SlotTerms slot) {
    long steps = (slot.durationMs() + 60_000) / GRID_MS;
    long onGrid = slot.startMs() - 30_000 + GRID_MS * random.nextInt((int) steps + 1);
    return random.nextInt(5) == 0 ? onGrid + random.nextInt(3) - 1 : onGrid;
  }

  private long watermarkMs(SlotTerms slot) {
    return random.nextInt(3) == 0 ? slot.endMs() + 30_000 : instantMs(slot);
  }

  private long chainTimeSeconds(SlotTerms slot) {
    if (random.nextBoolean()) {
      return instantMs(slot) / 1_000;
    }
    AttestationWindow window =
        AttestationWindow.of(slot, random.nextBoolean() ? Outcome.COMPLETED : Outcome.NO_SHOW_HOST);
    long edge = random.nextBoolean() ? window.firstSecond() : window.lastSecond();
    return edge + random.nextInt(3) - 1;
  }

  /** The same time said otherwise: cut at random, doubled in part, with empty pieces, shuffled. */
  List<Interval> saidOtherwise(List<Interval> intervals) {
    List<Interval> pieces = new ArrayList<>();
    for (Interval interval : intervals) {
      long cut = interval.fromMs() + (long) (random.nextDouble() * interval.lengthMs());
      pieces.add(new Interval(interval.fromMs(), cut));
      pieces.add(new Interval(cut, interval.untilMs()));
      pieces.add(new Interval(cut - (cut - interval.fromMs()) / 2, cut));
    }
    Collections.shuffle(pieces, random);
    return pieces;
  }
}
