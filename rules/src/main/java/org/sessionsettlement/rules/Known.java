package org.sessionsettlement.rules;

import java.util.List;

/**
 * The facts that count: united, inside the session and before the watermark.
 *
 * @param untilMs min(W, E): how far the session is known; S while it has not begun
 * @param together when both were there
 */
record Known(
    SlotTerms slot,
    List<Interval> host,
    List<Interval> guest,
    List<Interval> gaps,
    long untilMs,
    List<Interval> together) {

  static Known of(Facts facts) {
    long from = facts.slot().startMs();
    long until = Math.max(from, Math.min(facts.watermarkMs(), facts.slot().endMs()));
    List<Interval> host = Intervals.clip(Intervals.unite(facts.host()), from, until);
    List<Interval> guest = Intervals.clip(Intervals.unite(facts.guest()), from, until);
    List<Interval> gaps = Intervals.clip(Intervals.unite(facts.gaps()), from, until);
    return new Known(facts.slot(), host, guest, gaps, until, Intervals.intersect(host, guest));
  }

  /** Whether the whole session is known: nothing that comes can change the answer. */
  boolean isWhole() {
    return untilMs == slot.endMs();
  }

  boolean bothSeen() {
    return !host.isEmpty() && !guest.isEmpty();
  }

  long overlapMs() {
    return Intervals.totalMs(together);
  }

  /** When they were not both there although somebody watched: what the budget is spent on. */
  List<Interval> missing() {
    List<Interval> session = List.of(new Interval(slot.startMs(), untilMs));
    return Intervals.minus(Intervals.minus(session, together), gaps);
  }

  /** G, or the end of the gap that reaches over it: an outage must not eat the late join. */
  long graceEndMs() {
    return graceEndMs(slot, gaps);
  }

  static long graceEndMs(SlotTerms slot, List<Interval> gaps) {
    for (Interval gap : gaps) {
      if (gap.contains(slot.graceEndMs())) {
        return gap.untilMs();
      }
    }
    return slot.graceEndMs();
  }
}
