package org.sessionsettlement.cli.demo;

import java.util.List;
import org.sessionsettlement.rules.Interval;

/** What one party does: its visits in order. */
public record Script(List<Visit> visits) {
  private static final long MS_PER_SECOND = 1_000;

  public Script {
    visits = List.copyOf(visits);
  }

  public static Script of(Visit... visits) {
    return new Script(List.of(visits));
  }

  public static Script absent() {
    return of();
  }

  boolean crashes() {
    return visits.stream().anyMatch(visit -> visit.ending() == Visit.Ending.CRASHES);
  }

  /** The presence this makes for a slot that starts then, as the rulebook takes it. */
  List<Interval> presence(long startSeconds) {
    return visits.stream()
        .map(
            visit ->
                new Interval(
                    ms(startSeconds, visit.fromSeconds()), ms(startSeconds, visit.untilSeconds())))
        .toList();
  }

  private static long ms(long startSeconds, long offsetSeconds) {
    return (startSeconds + offsetSeconds) * MS_PER_SECOND;
  }
}
