package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Metric;
import org.sessionsettlement.controlplane.telemetry.Traces;
import org.sessionsettlement.rules.Outcome;

class OracleTelemetryTest {
  private static final Mined MINED = new Mined(OracleFixture.hash(1), 7, 1_000);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Meters meters = new Meters();
  private final OracleTelemetry telemetry = new OracleTelemetry(meters, Traces.OFF);
  private int metersBefore;

  @BeforeEach
  void show() {
    meters.show(registry);
    metersBefore = registry.getMeters().size();
  }

  private static List<Stage.Over> ends() {
    return List.of(
        new Stage.Confirmed(Optional.of(MINED)),
        new Stage.Confirmed(Optional.empty()),
        new Stage.SettledWithoutUs("FINALIZED"),
        new Stage.Expired(),
        new Stage.Refused("reverted"),
        new Stage.Overridden(),
        new Stage.GaveUp("NOT_ORACLE"));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void countsEveryEndOnACounterThatWasThereBefore(Stage.Over how) {
    telemetry.over(submission(attest(Outcome.COMPLETED)), how, 0);
    telemetry.over(submission(new Intent.Finalize(FakeBookings.key(1))), how, 0);
    telemetry.over(submission(new Intent.FinalizeDispute(FakeBookings.key(1))), how, 0);

    assertThat(registry.getMeters()).hasSize(metersBefore);
    assertThat(counted(Metric.ATTESTATIONS)).isEqualTo(1);
    assertThat(counted(Metric.FINALIZATIONS)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void countsEveryOutcomeOnACounterThatWasThereBefore(Outcome outcome) {
    telemetry.over(submission(attest(outcome)), new Stage.Expired(), 0);
    assertThat(registry.getMeters()).hasSize(metersBefore);
    assertThat(counted(Metric.ATTESTATIONS)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(VerdictRecord.Kind.class)
  void hasACounterForEveryVerdictFromTheStart(VerdictRecord.Kind kind) {
    assertThat(registry.get(Metric.VERDICTS.meter()).tag("kind", kind.text()).counter().count())
        .isZero();
  }

  @ParameterizedTest
  @EnumSource(Trigger.class)
  void timesEveryTriggerOnATimerThatWasThereBefore(Trigger trigger) {
    telemetry.evaluationLag(trigger, 5);
    assertThat(registry.getMeters()).hasSize(metersBefore);
  }

  @Test
  void timesFromTheDecisionToTheAttestationOfOurs() {
    var submission = submission(attest(Outcome.NO_SHOW_HOST));
    telemetry.over(submission, new Stage.Confirmed(Optional.of(MINED)), 2_500);
    telemetry.over(submission, new Stage.Confirmed(Optional.empty()), 9_000);

    var timer = registry.get(Metric.DECIDED_TO_ATTESTED.meter()).timer();
    assertThat(timer.count()).isEqualTo(1);
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(1_500);
  }

  private static Intent attest(Outcome outcome) {
    return new Intent.Attest(FakeBookings.key(1), outcome, OracleFixture.hash(2), 99);
  }

  private static Submission submission(Intent intent) {
    return new Submission(
        1,
        intent,
        new Stage.Decided(),
        0,
        false,
        1_000,
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  private double counted(Metric metric) {
    return registry.get(metric.meter()).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }
}
