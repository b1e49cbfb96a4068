package org.sessionsettlement.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Arithmetic on sets of time.
 *
 * <p>A set is <em>united</em> when its intervals are not empty, in order, and neither overlap nor
 * touch. {@link #unite} makes one from anything; the other methods ask for united sets and answer
 * with united sets.
 */
public final class Intervals {
  private static final Comparator<Interval> BY_START = Comparator.comparingLong(Interval::fromMs);

  private Intervals() {}

  /**
   * The same time as a united set, whatever the order, the overlaps and the seams of what was
   * given.
   */
  public static List<Interval> unite(List<Interval> intervals) {
    List<Interval> sorted = new ArrayList<>(intervals);
    sorted.removeIf(Interval::isEmpty);
    sorted.sort(BY_START);
    List<Interval> united = new ArrayList<>(sorted.size());
    for (Interval next : sorted) {
      append(united, next);
    }
    return united;
  }

  private static void append(List<Interval> united, Interval next) {
    int last = united.size() - 1;
    if (last >= 0 && next.fromMs() <= united.get(last).untilMs()) {
      Interval before = united.get(last);
      united.set(last, new Interval(before.fromMs(), Math.max(before.untilMs(), next.untilMs())));
    } else {
      united.add(next);
    }
  }

  /** What of a united set lies in {@code [fromMs, untilMs)}; nothing if that is no time. */
  public static List<Interval> clip(List<Interval> united, long fromMs, long untilMs) {
    List<Interval> inside = new ArrayList<>(united.size());
    for (Interval interval : united) {
      long from = Math.max(interval.fromMs(), fromMs);
      long until = Math.min(interval.untilMs(), untilMs);
      if (from < until) {
        inside.add(new Interval(from, until));
      }
    }
    return inside;
  }

  /** The time that lies in both of two united sets. */
  public static List<Interval> intersect(List<Interval> a, List<Interval> b) {
    List<Interval> both = new ArrayList<>(Math.max(a.size(), b.size()));
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      Interval inA = a.get(i);
      Interval inB = b.get(j);
      long from = Math.max(inA.fromMs(), inB.fromMs());
      long until = Math.min(inA.untilMs(), inB.untilMs());
      if (from < until) {
        both.add(new Interval(from, until));
      }
      if (inA.untilMs() < inB.untilMs()) {
        i++;
      } else {
        j++;
      }
    }
    return both;
  }

  /** The time of the first united set that is not in the second. */
  public static List<Interval> minus(List<Interval> united, List<Interval> without) {
    List<Interval> left = new ArrayList<>(united.size() + without.size());
    int first = 0;
    for (Interval interval : united) {
      while (first < without.size() && without.get(first).untilMs() <= interval.fromMs()) {
        first++;
      }
      cut(interval, without, first, left);
    }
    return left;
  }

  /** Adds what is left of an interval after the cuts, of which those before {@code first} miss. */
  private static void cut(Interval interval, List<Interval> cuts, int first, List<Interval> left) {
    long from = interval.fromMs();
    for (int i = first; i < cuts.size() && cuts.get(i).fromMs() < interval.untilMs(); i++) {
      if (from < cuts.get(i).fromMs()) {
        left.add(new Interval(from, cuts.get(i).fromMs()));
      }
      from = cuts.get(i).untilMs();
    }
    if (from < interval.untilMs()) {
      left.add(new Interval(from, interval.untilMs()));
    }
  }

  /** How much time a united set holds, in milliseconds. */
  public static long totalMs(List<Interval> united) {
    long total = 0;
    for (Interval interval : united) {
      total += interval.lengthMs();
    }
    return total;
  }
}
