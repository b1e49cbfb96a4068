package org.sessionsettlement.rules;

/**
 * What a metricsHash on chain can commit to: the facts of a session, and the outcome that was
 * attested. Each kind has a schema of its own ({@code docs/metrics}).
 */
public sealed interface MetricsPayload permits SessionMetrics, SessionOverride {
  /** The facts it was given on. */
  SessionFacts facts();

  /** The outcome that was attested with it. */
  Outcome outcome();
}
