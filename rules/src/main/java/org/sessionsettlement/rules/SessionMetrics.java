package org.sessionsettlement.rules;

/**
 * The exact facts a decision was made from, as metricsHash commits to them: the payload of schema
 * {@code session-metrics/1} as a value. {@code docs/metrics/session-metrics-1.md} gives its JSON;
 * the canonical bytes and the hash are made elsewhere.
 *
 * <p>Who checks a payload compares its decision with what {@link SessionFacts#recomputed()} says
 * anew.
 *
 * @param decision what was decided
 */
public record SessionMetrics(SessionFacts facts, Decision decision) implements MetricsPayload {

  /** The name of this shape, and the payload's first member. */
  public static final String SCHEMA = "session-metrics/1";

  @Override
  public Outcome outcome() {
    return decision.outcome();
  }
}
