package org.sessionsettlement.escrow;

import static java.util.stream.Collectors.toList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.SessionMetrics;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.Address;

/** The payload as JSON's objects, arrays, strings and integers. */
final class MetricsJson {
  private MetricsJson() {}

  static Map<String, Object> of(SessionMetrics metrics) {
    Map<String, Object> json = new HashMap<>();
    json.put("schema", SessionMetrics.SCHEMA);
    json.put("chainId", metrics.chainId());
    json.put("escrow", address(metrics.escrow()));
    json.put("bookingId", metrics.bookingId());
    json.put("slot", slot(metrics.slot()));
    json.put("host", party(metrics.host()));
    json.put("guest", party(metrics.guest()));
    json.put("gaps", intervals(metrics.gaps()));
    json.put("watermark", metrics.watermarkMs());
    decision(json, metrics.decision());
    return json;
  }

  private static void decision(Map<String, Object> json, Decision decision) {
    json.put("outcome", decision.outcome().contractName());
    json.put("overlapMs", decision.overlapMs());
    json.put("decidedAt", decision.decidedAtMs());
    decision
        .charges()
        .ifPresent(
            charges -> {
              json.put("hostMissingMs", charges.hostMissingMs());
              json.put("guestMissingMs", charges.guestMissingMs());
            });
  }

  private static Map<String, Object> slot(SlotTerms slot) {
    return Map.of(
        "startTime",
        slot.startTimeSeconds(),
        "durationMins",
        (long) slot.durationMins(),
        "graceMins",
        slot.graceMins(),
        "minOverlapMins",
        (long) slot.minOverlapMins());
  }

  private static Map<String, Object> party(SessionMetrics.Party party) {
    return Map.of("address", address(party.address()), "intervals", intervals(party.presence()));
  }

  private static List<List<Long>> intervals(List<Interval> intervals) {
    return intervals.stream().map(i -> List.of(i.fromMs(), i.untilMs())).collect(toList());
  }

  /** Whatever the case it came in, an address is written with its checksum. */
  private static String address(String text) {
    try {
      return Address.parse(text).toString();
    } catch (IllegalArgumentException notAnAddress) {
      throw new MalformedMetricsException("not an address: " + text, notAnAddress);
    }
  }
}
