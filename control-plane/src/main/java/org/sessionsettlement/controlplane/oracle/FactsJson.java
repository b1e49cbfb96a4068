package org.sessionsettlement.controlplane.oracle;

import java.util.List;
import java.util.stream.Collectors;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.SlotTerms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A verdict's inputs as JSON, for whoever has to explain it. All are integers. */
final class FactsJson {
  private FactsJson() {}

  static String write(Facts facts) {
    var slot = facts.slot();
    return """
        {"slot":{"start_s":%d,"duration_mins":%d,"grace_mins":%d,"min_overlap_mins":%d},\
        "host":%s,"guest":%s,"gaps":%s,"watermark_ms":%d,"chain_time_s":%d}"""
        .formatted(
            slot.startTimeSeconds(),
            slot.durationMins(),
            slot.graceMins(),
            slot.minOverlapMins(),
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

  static Facts read(String json) {
    var facts = JsonMapper.shared().readTree(json);
    var slot = facts.path("slot");
    return new Facts(
        new SlotTerms(
            slot.path("start_s").longValue(),
            slot.path("duration_mins").intValue(),
            slot.path("grace_mins").longValue(),
            slot.path("min_overlap_mins").intValue()),
        list(facts.path("host")),
        list(facts.path("guest")),
        list(facts.path("gaps")),
        facts.path("watermark_ms").longValue(),
        facts.path("chain_time_s").longValue());
  }

  private static List<Interval> list(JsonNode intervals) {
    return intervals
        .valueStream()
        .map(one -> new Interval(one.get(0).longValue(), one.get(1).longValue()))
        .toList();
  }
}
