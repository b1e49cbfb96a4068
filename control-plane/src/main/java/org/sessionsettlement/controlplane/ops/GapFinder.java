package org.sessionsettlement.controlplane.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.Lease;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.Intervals;

/**
 * Finds the gaps that liveness rows show (architecture.md): time without a row for longer than a
 * lease, from the last row before to one lease after the first row after, and everything before the
 * installation's first row.
 */
final class GapFinder {
  private GapFinder() {}

  /**
   * The gaps inside the window, in order.
   *
   * @param rowsMs ascending: the last row a lease or more before the window, the rows up to its
   *     end, and the first row after it; where there is no row so far back, the first of these is
   *     the installation's first
   * @param firstIsTheInstallations whether nothing was ever written before the first of these rows
   */
  static List<Interval> gaps(List<Long> rowsMs, boolean firstIsTheInstallations, Interval window) {
    if (rowsMs.isEmpty()) {
      return window.isEmpty() ? List.of() : List.of(window);
    }
    var gaps = new ArrayList<Interval>();
    if (firstIsTheInstallations) {
      clip(window.fromMs(), rowsMs.getFirst(), window).ifPresent(gaps::add);
    }
    for (int i = 1; i < rowsMs.size(); i++) {
      if (!Lease.holds(rowsMs.get(i - 1), rowsMs.get(i))) {
        clip(rowsMs.get(i - 1), rowsMs.get(i), window).ifPresent(gaps::add);
      }
    }
    return Intervals.unite(gaps);
  }

  private static Optional<Interval> clip(long lastRowMs, long nextRowMs, Interval window) {
    long fromMs = Math.max(lastRowMs, window.fromMs());
    long untilMs = Math.min(nextRowMs + Lease.LENGTH_MS, window.untilMs());
    return fromMs < untilMs ? Optional.of(new Interval(fromMs, untilMs)) : Optional.empty();
  }
}
