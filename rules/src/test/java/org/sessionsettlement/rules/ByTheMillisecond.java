package org.sessionsettlement.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The rulebook once more, written from its words alone: it looks at every single millisecond of the
 * session and knows no interval arithmetic.
 */
final class ByTheMillisecond {
  private final Facts facts;
  private final SlotTerms slot;
  private final int known;
  private final int duration;
  private final boolean[] host;
  private final boolean[] guest;
  private final boolean[] gap;
  private final long graceEnd;

  ByTheMillisecond(Facts facts) {
    this.facts = facts;
    this.slot = facts.slot();
    this.duration = slot.durationMins() * 60_000;
    this.known = (int) Math.max(0, Math.min(facts.watermarkMs() - slot.startMs(), (long) duration));
    this.host = marks(facts.host());
    this.guest = marks(facts.guest());
    this.gap = marks(facts.gaps());
    this.graceEnd = graceEnd();
  }

  private boolean[] marks(List<Interval> intervals) {
    boolean[] marks = new boolean[duration + 1];
    for (Interval interval : intervals) {
      for (long t = interval.fromMs(); t < interval.untilMs(); t++) {
        long at = t - slot.startMs();
        if (at >= 0 && at < known) {
          marks[(int) at] = true;
        }
      }
    }
    return marks;
  }

  Verdict decide() {
    Optional<Decision> decision = decision();
    if (decision.isPresent()) {
      return inWindow(decision.get());
    }
    long chain = facts.chainTimeSeconds();
    long end = slot.startTimeSeconds() + slot.durationMins() * 60L;
    if (chain > end + 7200 && chain > end + slot.graceMins() * 60L) {
      return new Verdict.Missed(Optional.empty());
    }
    if (known == duration) {
      return new Verdict.Inconclusive();
    }
    boolean onlyGrace = slot.minOverlapMins() > 0 && missingUntil(known) > budget();
    return new Verdict.Wait(
        onlyGrace ? Verdict.Reason.GRACE_NOT_OVER : Verdict.Reason.SESSION_RUNNING,
        OptionalLong.empty());
  }

  private Verdict inWindow(Decision decision) {
    boolean completed = decision.outcome() == Outcome.COMPLETED;
    long chain = facts.chainTimeSeconds();
    long start = slot.startTimeSeconds();
    long first = start + (completed ? slot.minOverlapMins() : slot.graceMins()) * 60L;
    long last = start + slot.durationMins() * 60L + (completed ? 7200 : slot.graceMins() * 60L);
    if (chain > last) {
      return new Verdict.Missed(Optional.of(decision));
    }
    if (chain < first) {
      return new Verdict.Wait(
          completed ? Verdict.Reason.OVERLAP_NOT_MET : Verdict.Reason.GRACE_NOT_OVER,
          OptionalLong.of(first * 1000));
    }
    return new Verdict.Attest(decision);
  }

  Optional<Decision> decision() {
    Optional<Integer> completedAt = completedAt();
    if (completedAt.isPresent()) {
      return Optional.of(
          new Decision(
              Outcome.COMPLETED, overlap(), slot.startMs() + completedAt.get(), Optional.empty()));
    }
    if (!impossible() || !(known > graceEnd || known == duration)) {
      return Optional.empty();
    }
    return Optional.of(blame());
  }

  private Optional<Integer> completedAt() {
    if (firstSeen(host) < 0 || firstSeen(guest) < 0) {
      return Optional.empty();
    }
    if (slot.minOverlapMins() == 0) {
      return Optional.of(Math.max(firstSeen(host), firstSeen(guest)));
    }
    int together = 0;
    for (int t = 0; t < known; t++) {
      together += host[t] && guest[t] ? 1 : 0;
      if (together == slot.minOverlapMins() * 60_000) {
        return Optional.of(t + 1);
      }
    }
    return Optional.empty();
  }

  private boolean impossible() {
    if (slot.minOverlapMins() > 0) {
      return missingUntil(known) > budget();
    }
    if (known < duration) {
      return false;
    }
    for (boolean unwatched : gap) {
      if (unwatched) {
        return false;
      }
    }
    return true;
  }

  private int budget() {
    return duration - slot.minOverlapMins() * 60_000;
  }

  private int missingUntil(int until) {
    int missing = 0;
    for (int t = 0; t < until; t++) {
      missing += isMissing(t) ? 1 : 0;
    }
    return missing;
  }

  private boolean isMissing(int t) {
    return !gap[t] && !(host[t] && guest[t]);
  }

  private Decision blame() {
    int tStar = 0;
    for (int missing = 0; tStar < known; tStar++) {
      missing += isMissing(tStar) ? 1 : 0;
      if (missing > budget()) {
        break;
      }
    }
    int hostCharge = charge(host, guest, tStar);
    int guestCharge = charge(guest, host, tStar);
    boolean guestAlone = host[tStar] && !guest[tStar];
    boolean hostBlamed = hostCharge == guestCharge ? !guestAlone : hostCharge > guestCharge;
    return new Decision(
        hostBlamed ? Outcome.NO_SHOW_HOST : Outcome.NO_SHOW_GUEST,
        overlap(),
        slot.startMs() + tStar,
        Optional.of(new Charges(hostCharge, guestCharge)));
  }

  private int charge(boolean[] party, boolean[] other, int tStar) {
    int seen = firstSeen(party);
    int charge = 0;
    for (int t = 0; t < tStar; t++) {
      boolean allowedLateJoin = seen >= 0 && seen <= graceEnd && t < seen;
      charge += !gap[t] && !party[t] && other[t] && !allowedLateJoin ? 1 : 0;
    }
    return charge;
  }

  private long graceEnd() {
    long graceEnd = slot.graceMins() * 60_000L;
    while (graceEnd < known && gap[(int) graceEnd]) {
      graceEnd++;
    }
    return graceEnd;
  }

  private int overlap() {
    int overlap = 0;
    for (int t = 0; t < known; t++) {
      overlap += host[t] && guest[t] ? 1 : 0;
    }
    return overlap;
  }

  private static int firstSeen(boolean[] party) {
    for (int t = 0; t < party.length; t++) {
      if (party[t]) {
        return t;
      }
    }
    return -1;
  }
}
