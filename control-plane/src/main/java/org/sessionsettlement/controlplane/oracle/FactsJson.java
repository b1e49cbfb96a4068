package org.sessionsettlement.controlplane.oracle;

import java.util.List;
import java.util.stream.Collectors;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;

/** A verdict's inputs as JSON, for whoever has to explain it. All are integers. */
final class FactsJson {
  private FactsJson() {}

  static String of(Facts facts) {
    var slot = facts.slot();
    return "{\"slot\":{\"start_s\":%d,\"duration_mins\":%d,\"grace_mins\":%d,\"min_overlap_mins\":%d},"
            .formatted(
                slot.startTimeSeconds(),
                slot.durationMins(),
                slot.graceMins(),
                slot.minOverlapMins())
        + "\"host\":%s,\"guest\":%s,\"gaps\":%s,\"watermark_ms\":%d,\"chain_time_s\":%d}"
            .formatted(
                list(facts.host()),
                list(facts.guest()),
                list(facts.gaps()),
                facts.watermarkMs(),
                facts.chainTimeSeconds());
  }

  private static String list(List<Interval> intervals) {
    return intervals.stream()
        .map(interval -> "[" + interval.fromMs() + "," + interval.untilMs() + "]")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
