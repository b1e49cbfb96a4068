package org.sessionsettlement.controlplane.oracle;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.rules.Outcome;
import org.springframework.dao.DataAccessException;

/** What the oracle counts, for dashboards and alarms. */
public final class OracleMeters {
  private static final double MS_PER_SECOND = 1_000;

  private final MeterRegistry registry;

  public OracleMeters(MeterRegistry registry, Database database, InstantSource clock) {
    this.registry = registry;
    var outbox = new Outbox(database);
    Gauge.builder("settlement.outbox.oldest.seconds", () -> oldestAge(outbox, clock))
        .register(registry);
  }

  private static double oldestAge(Outbox outbox, InstantSource clock) {
    try {
      return outbox.oldestAgeMs(clock.millis()) / MS_PER_SECOND;
    } catch (DataAccessException e) {
      return Double.NaN;
    }
  }

  void over(Intent intent, Stage.Over how) {
    registry
        .counter(
            "settlement.submissions",
            "intent",
            intent.getClass().getSimpleName(),
            "outcome",
            intent instanceof Intent.Attest attest ? attest.outcome().contractName() : "none",
            "result",
            how.getClass().getSimpleName())
        .increment();
  }

  void stepFailed(Intent intent) {
    registry
        .counter("settlement.submission.failures", "intent", intent.getClass().getSimpleName())
        .increment();
  }

  void verdict(String kind) {
    registry.counter("settlement.verdicts", "kind", kind).increment();
  }

  /** An operator forced it. */
  void forced(Outcome outcome) {
    registry.counter("settlement.overrides", "outcome", outcome.contractName()).increment();
  }

  /** How long after it was due a booking is evaluated. */
  void evaluationLag(Trigger trigger, long lagMs) {
    registry
        .timer("settlement.evaluation.lag", "trigger", trigger.text())
        .record(Math.max(0, lagMs), TimeUnit.MILLISECONDS);
  }

  void evaluationFailed() {
    registry.counter("settlement.evaluation.failures").increment();
  }
}
