package org.sessionsettlement.rules;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of the shared cases, in {@code rulebook-cases.json}: every implementation answers them alike.
 */
record RulebookCase(String name, Facts facts, JsonNode expect) {

  static List<RulebookCase> all() {
    InputStream cases =
        Objects.requireNonNull(RulebookCase.class.getResourceAsStream("/rulebook-cases.json"));
    List<RulebookCase> all = new ArrayList<>();
    for (JsonNode node : JsonMapper.shared().readTree(cases)) {
      all.add(new RulebookCase(node.get("name").asString(), facts(node), node.get("expect")));
    }
    return all;
  }

  private static Facts facts(JsonNode node) {
    return new Facts(
        slot(node.get("slot")),
        intervals(node.get("host")),
        intervals(node.get("guest")),
        intervals(node.get("gaps")),
        node.get("watermark").longValue(),
        node.get("chainTime").longValue());
  }

  private static SlotTerms slot(JsonNode slot) {
    return new SlotTerms(
        slot.get("startTime").longValue(),
        slot.get("durationMins").intValue(),
        slot.get("graceMins").longValue(),
        slot.get("minOverlapMins").intValue());
  }

  private static List<Interval> intervals(JsonNode array) {
    List<Interval> intervals = new ArrayList<>();
    for (JsonNode pair : array) {
      intervals.add(new Interval(pair.get(0).longValue(), pair.get(1).longValue()));
    }
    return intervals;
  }

  @Override
  public String toString() {
    return name;
  }
}
