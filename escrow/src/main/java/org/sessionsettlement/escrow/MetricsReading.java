package org.sessionsettlement.escrow;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessionsettlement.rules.Charges;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.SessionMetrics;
import org.sessionsettlement.rules.SessionOverride;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** From JSON back to payloads; refuses members that are missing, unknown or of another type. */
final class MetricsReading {
  private static final String SCHEMA = "schema";
  private static final String COMPUTED = "computed";
  private static final Set<String> DECISION = Set.of("outcome", "overlapMs", "decidedAt");
  private static final Set<String> CHARGES = Set.of("hostMissingMs", "guestMissingMs");
  private static final Set<String> GIVEN =
      Set.of("outcome", "reason", "operator", "signedAt", "signature");

  private MetricsReading() {}

  static SessionMetrics metrics(JsonValue json) {
    Outcome outcome = outcome(json);
    require(json, decisionMembers(outcome));
    return new SessionMetrics(FactsReading.read(json), decision(json, outcome));
  }

  static SessionOverride override(JsonValue json) {
    JsonValue computed = json.get(COMPUTED);
    require(json, computed.isNull() ? GIVEN : union(GIVEN, Set.of(COMPUTED)));
    return new SessionOverride(
        FactsReading.read(json),
        computed.ifPresent().map(MetricsReading::computed),
        outcome(json),
        json.get("reason").text(),
        json.get("operator").address().toString(),
        json.get("signedAt").number(),
        json.get("signature").bytes().toString());
  }

  /** Exactly these beside the schema and the facts. */
  private static void require(JsonValue json, Set<String> members) {
    FactsReading.require(json, union(members, union(Set.of(SCHEMA), FactsReading.MEMBERS)));
  }

  private static Decision computed(JsonValue json) {
    Outcome outcome = outcome(json);
    FactsReading.require(json, decisionMembers(outcome));
    return decision(json, outcome);
  }

  private static Set<String> decisionMembers(Outcome outcome) {
    return outcome.isNoShow() ? union(DECISION, CHARGES) : DECISION;
  }

  private static Decision decision(JsonValue json, Outcome outcome) {
    Optional<Charges> charges =
        outcome.isNoShow()
            ? Optional.of(
                new Charges(
                    json.get("hostMissingMs").number(), json.get("guestMissingMs").number()))
            : Optional.empty();
    return new Decision(
        outcome, json.get("overlapMs").number(), json.get("decidedAt").number(), charges);
  }

  private static Outcome outcome(JsonValue json) {
    String name = json.get("outcome").text();
    return Outcome.ofContractName(name)
        .orElseThrow(() -> new MalformedMetricsException("no outcome: " + name));
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
  }
}
