package org.sessionsettlement.controlplane.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.oracle.ForcedOutcome;
import org.sessionsettlement.rules.Outcome;

/**
 * An operator's override over HTTP.
 *
 * @param computedOutcome what the rulebook said; absent where it gave no answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OverrideJson(
    String outcome,
    @Nullable String computedOutcome,
    String operator,
    String reason,
    long signedAtMs,
    String metricsHash) {
  static OverrideJson of(ForcedOutcome forced) {
    return new OverrideJson(
        forced.outcome().contractName(),
        forced.computed().map(Outcome::contractName).orElse(null),
        forced.operator().toString(),
        forced.reason(),
        forced.signedAtMs(),
        forced.metricsHash().toString());
  }
}
