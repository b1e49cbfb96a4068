package org.sessionsettlement.rules;

import java.util.List;
import java.util.Optional;

/** The second step of the rulebook's decision, for a session that is not completed. */
final class NoShow {
  private final Known known;
  private final List<Interval> missing;

  NoShow(Known known) {
    this.known = known;
    this.missing = known.missing();
  }

  /** Empty while the overlap can still be reached, or an allowed late join may still come. */
  Optional<Decision> decision() {
    return overlapIsImpossible() && graceIsOver()
        ? Optional.of(blame(lastHopeMs()))
        : Optional.empty();
  }

  /** Where nothing is needed but to be seen, that is possible until the end, or unknown. */
  boolean overlapIsImpossible() {
    return known.slot().needMs() == 0
        ? known.isWhole() && known.gaps().isEmpty()
        : Intervals.totalMs(missing) > known.slot().budgetMs();
  }

  private boolean graceIsOver() {
    return known.untilMs() > known.graceEndMs() || known.isWhole();
  }

  /** T*: the largest instant until which no more than the budget is missing. */
  private long lastHopeMs() {
    long left = known.slot().budgetMs();
    for (Interval stretch : missing) {
      if (stretch.lengthMs() > left) {
        return stretch.fromMs() + left;
      }
      left -= stretch.lengthMs();
    }
    return known.slot().endMs();
  }

  private Decision blame(long lastHopeMs) {
    Charges charges = charges(lastHopeMs);
    long host = charges.hostMissingMs();
    long guest = charges.guestMissingMs();
    return new Decision(
        host == guest ? tieBreak(lastHopeMs) : noShowOf(host > guest),
        known.overlapMs(),
        lastHopeMs,
        Optional.of(charges));
  }

  /** What each is charged with until T*, or as far as is known where T* is not reached. */
  Charges chargesSoFar() {
    return charges(lastHopeMs());
  }

  private Charges charges(long lastHopeMs) {
    return new Charges(
        chargeMs(known.host(), known.guest(), lastHopeMs),
        chargeMs(known.guest(), known.host(), lastHopeMs));
  }

  /** Until T*, the watched time a party was missing while the other was there. */
  private long chargeMs(List<Interval> party, List<Interval> other, long lastHopeMs) {
    List<Interval> otherThere = Intervals.clip(other, chargedFromMs(party), lastHopeMs);
    return Intervals.totalMs(Intervals.minus(Intervals.minus(otherThere, party), known.gaps()));
  }

  /** Who was first seen in time has used its allowed late join: nothing before counts. */
  private long chargedFromMs(List<Interval> party) {
    boolean inTime = !party.isEmpty() && party.get(0).fromMs() <= known.graceEndMs();
    return inTime ? party.get(0).fromMs() : known.slot().startMs();
  }

  /**
   * Whoever alone is missing in the millisecond that begins at T*, or the host. They are never both
   * there then, so a host that is there leaves the guest alone missing.
   */
  private Outcome tieBreak(long lastHopeMs) {
    return noShowOf(!isThere(known.host(), lastHopeMs));
  }

  private static boolean isThere(List<Interval> party, long instantMs) {
    return party.stream().anyMatch(interval -> interval.contains(instantMs));
  }

  private static Outcome noShowOf(boolean hostAtFault) {
    return hostAtFault ? Outcome.NO_SHOW_HOST : Outcome.NO_SHOW_GUEST;
  }
}
