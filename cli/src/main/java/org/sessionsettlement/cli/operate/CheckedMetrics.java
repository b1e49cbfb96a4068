package org.sessionsettlement.cli.operate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sessionsettlement.cli.verb.Said;
import org.sessionsettlement.escrow.MetricsCheck;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.SessionOverride;
import tools.jackson.databind.json.JsonMapper;

/** What a check of metrics came to, in words and as JSON. */
record CheckedMetrics(MetricsCheck.OnChain chain, MetricsCheck check) implements Said {
  private static final int VERIFIED = 0;
  private static final int WRONG = 1;
  private static final int OVERRIDDEN = 3;

  int exitCode() {
    return switch (check) {
      case MetricsCheck.Computed _ -> VERIFIED;
      case MetricsCheck.Overridden _ -> OVERRIDDEN;
      case MetricsCheck.Wrong _ -> WRONG;
    };
  }

  @Override
  public String json() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("escrow", chain.escrow().toString());
    answer.put("booking_id", chain.bookingId());
    answer.put("chain_id", chain.chainId());
    answer.put("metrics_hash", chain.booking().metricsHash().toString());
    answer.put("outcome_on_chain", chain.booking().oracleOutcome().contractName());
    switch (check) {
      case MetricsCheck.Computed(var decision) -> {
        answer.put("result", "computed");
        answer.put("outcome", decision.outcome().contractName());
      }
      case MetricsCheck.Overridden(var override) -> {
        answer.put("result", "overridden");
        answer.put("outcome", override.outcome().contractName());
        answer.put("operator", override.operator());
        answer.put("reason", override.reason());
        answer.put("signed_at_ms", override.signedAtMs());
        override
            .computed()
            .ifPresent(said -> answer.put("computed_outcome", said.outcome().contractName()));
      }
      case MetricsCheck.Wrong _ -> {
        answer.put("result", "wrong");
        answer.put("faults", faults());
      }
    }
    return JsonMapper.shared().writeValueAsString(answer);
  }

  @Override
  public String human() {
    return switch (check) {
      case MetricsCheck.Computed(var decision) ->
          "hash verified, outcome %s as the rulebook computes it"
                  .formatted(decision.outcome().contractName())
              + dispute(decision.outcome());
      case MetricsCheck.Overridden(var override) ->
          overridden(override) + dispute(override.outcome());
      case MetricsCheck.Wrong _ -> "WRONG: " + String.join(", ", faults());
    };
  }

  private static String overridden(SessionOverride override) {
    return "hash verified, outcome overridden by %s: %s instead of %s, because: %s"
        .formatted(
            override.operator(),
            override.outcome().contractName(),
            override.computed().map(said -> said.outcome().contractName()).orElse("no answer"),
            override.reason());
  }

  private String dispute(Outcome attested) {
    String now = chain.booking().oracleOutcome().contractName();
    return now.equals(attested.contractName()) ? "" : "; a dispute made it " + now;
  }

  private List<String> faults() {
    return ((MetricsCheck.Wrong) check)
        .faults().stream()
            .map(fault -> fault.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.toList());
  }
}
