package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RulebookCasesTest {

  static List<RulebookCase> cases() {
    return RulebookCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void decidesAsTheSharedCaseSays(RulebookCase shared) {
    assertThat(json(Rulebook.decide(shared.facts())).toString())
        .isEqualTo(shared.expect().toString());
  }

  @Test
  void knowsAllOfTheSharedCases() {
    assertThat(cases()).hasSize(45);
  }

  private static JsonNode json(Verdict verdict) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    if (verdict instanceof Verdict.Attest attest) {
      return with(attest.decision(), json.put("decision", "attest"));
    }
    if (verdict instanceof Verdict.Missed missed) {
      json.put("decision", "missed").put("reason", Verdict.Missed.CODE);
      return missed.decision().map(d -> with(d, json)).orElseGet(() -> json.putNull("outcome"));
    }
    if (verdict instanceof Verdict.Wait wait) {
      json.put("decision", "wait").put("reason", wait.reason().code());
      wait.untilMs().ifPresent(until -> json.put("until", until));
      return json;
    }
    return json.put("decision", "inconclusive").put("reason", Verdict.Inconclusive.CODE);
  }

  private static ObjectNode with(Decision decision, ObjectNode json) {
    json.put("outcome", decision.outcome().contractName());
    json.put("overlapMs", decision.overlapMs()).put("decidedAt", decision.decidedAtMs());
    decision
        .charges()
        .ifPresent(
            charges ->
                json.put("hostMissingMs", charges.hostMissingMs())
                    .put("guestMissingMs", charges.guestMissingMs()));
    return json;
  }
}
