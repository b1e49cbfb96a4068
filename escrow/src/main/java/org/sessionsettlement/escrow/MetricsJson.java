package org.sessionsettlement.escrow;

import static java.util.stream.Collectors.toList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.MetricsPayload;
import org.sessionsettlement.rules.SessionFacts;
import org.sessionsettlement.rules.SessionMetrics;
import org.sessionsettlement.rules.SessionOverride;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.Address;

/** Payloads as JSON's objects, arrays, strings and integers. */
final class MetricsJson {
  private MetricsJson() {}

  static Map<String, Object> of(MetricsPayload payload) {
    return payload instanceof SessionOverride override
        ? override(override)
        : metrics((SessionMetrics) payload);
  }

  private static Map<String, Object> metrics(SessionMetrics metrics) {
    Map<String, Object> json = facts(SessionMetrics.SCHEMA, metrics.facts());
    json.putAll(decision(metrics.decision()));
    return json;
  }

  private static Map<String, Object> override(SessionOverride override) {
    Map<String, Object> json = facts(SessionOverride.SCHEMA, override.facts());
    override.computed().ifPresent(computed -> json.put("computed", decision(computed)));
    json.put("outcome", override.outcome().contractName());
    json.put("reason", override.reason());
    json.put("operator", address(override.operator()));
    json.put("signedAt", override.signedAtMs());
    json.put("signature", override.signature());
    return json;
  }

  private static Map<String, Object> facts(String schema, SessionFacts facts) {
    Map<String, Object> json = new HashMap<>();
    json.put("schema", schema);
    json.put("chainId", facts.chainId());
    json.put("escrow", address(facts.escrow()));
    json.put("bookingId", facts.bookingId());
    json.put("slot", slot(facts.slot()));
    json.put("host", party(facts.host()));
    json.put("guest", party(facts.guest()));
    json.put("gaps", intervals(facts.gaps()));
    json.put("watermark", facts.watermarkMs());
    return json;
  }

  private static Map<String, Object> decision(Decision decision) {
    Map<String, Object> json = new HashMap<>();
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
    return json;
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

  private static Map<String, Object> party(SessionFacts.Party party) {
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
