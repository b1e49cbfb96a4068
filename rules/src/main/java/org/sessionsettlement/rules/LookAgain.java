package org.sessionsettlement.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** When an answer can change next, if what is known now goes on as it is. */
final class LookAgain {
  private static final long MS_PER_SECOND = 1_000;

  private final Facts facts;
  private final SlotTerms slot;
  private final Known known;

  private LookAgain(Facts facts) {
    this.facts = facts;
    this.slot = facts.slot();
    this.known = Known.of(facts);
  }

  static OptionalLong after(Facts facts, Verdict verdict) {
    if (verdict instanceof Verdict.Missed) {
      return OptionalLong.empty();
    }
    if (verdict instanceof Verdict.Attest attest) {
      Outcome outcome = attest.decision().outcome();
      return OptionalLong.of(after(AttestationWindow.of(facts.slot(), outcome).lastSecond()));
    }
    long allWindowsGone = after(AttestationWindow.lastSecondOfAll(facts.slot()));
    if (verdict instanceof Verdict.Wait wait) {
      return wait.untilMs().isPresent()
          ? wait.untilMs()
          : OptionalLong.of(Math.min(new LookAgain(facts).watermarkMs(), allWindowsGone));
    }
    return OptionalLong.of(allWindowsGone);
  }

  private static long after(long lastSecond) {
    return (lastSecond + 1) * MS_PER_SECOND;
  }

  /** The first watermark with another answer, for a session that is not decided. */
  private long watermarkMs() {
    if (new NoShow(known).overlapIsImpossible()) {
      return beforeEnd(graceOverMs());
    }
    return beforeEnd(bothGoOn() ? completedAtMs() : Math.max(impossibleAtMs(), graceOverMs()));
  }

  private long beforeEnd(long instantMs) {
    return Math.min(instantMs, slot.endMs());
  }

  /** A millisecond more is what lets a watermark say that somebody has been seen. */
  private long completedAtMs() {
    return known.untilMs() + Math.max(1, slot.needMs() - known.overlapMs());
  }

  /**
   * Somebody is missing: the budget is spent from where watching goes on, and a millisecond more.
   */
  private long impossibleAtMs() {
    long missedMs = Intervals.totalMs(known.missing());
    long gapUntil = recordedGapAtWatermark().map(Interval::untilMs).orElse(known.untilMs());
    return Math.max(gapUntil, known.untilMs()) + (slot.budgetMs() - missedMs) + 1;
  }

  private long graceOverMs() {
    List<Interval> gaps = new ArrayList<>(known.gaps());
    recordedGapAtWatermark().ifPresent(gaps::add);
    return Known.graceEndMs(slot, Intervals.unite(gaps)) + 1;
  }

  private boolean bothGoOn() {
    return goesOn(facts.host()).isPresent() && goesOn(facts.guest()).isPresent();
  }

  /** The interval that began before the watermark and is recorded to reach it. */
  private Optional<Interval> goesOn(List<Interval> intervals) {
    long w = facts.watermarkMs();
    return Intervals.unite(intervals).stream()
        .filter(interval -> interval.fromMs() < w && w <= interval.untilMs())
        .findFirst();
  }

  /** The unwatched time that began before the watermark, until it or the session ends. */
  private Optional<Interval> recordedGapAtWatermark() {
    return goesOn(facts.gaps())
        .map(gap -> new Interval(gap.fromMs(), Math.min(gap.untilMs(), slot.endMs())));
  }
}
