package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.telemetry.Metric;
import org.sessionsettlement.escrow.BookingStatus;

class BacklogTest {
  private static final long DISPUTE_TIMEOUT_S = 86_400;

  private final OracleFixture oracle = new OracleFixture(BacklogTest.class);
  private final Backlog backlog = new Backlog(oracle.database, oracle.clock);

  @BeforeEach
  void show() {
    backlog.showOn(oracle.meters);
  }

  @AfterEach
  void close() {
    oracle.close();
  }

  @Test
  void isUnknownUntilItWasRead() {
    assertThat(shown(Metric.OUTBOX_OPEN)).isNaN();
    assertThat(shown(Metric.EVALUATION_OVERDUE)).isNaN();
  }

  @Test
  void isUnknownAgainWhenItCannotBeRead() {
    backlog.tick();
    oracle.database.close();
    assertThatThrownBy(backlog::tick).isInstanceOf(RuntimeException.class);
    assertThat(shown(Metric.OUTBOX_OPEN)).isNaN();
  }

  @Test
  void tellsHowLongABookingWaitsForItsEvaluationAndThenForItsAttestation() {
    var key = oracle.booked(1);
    oracle.watchedUntil(OracleFixture.END_S);
    oracle.at(OracleFixture.END_S);
    backlog.tick();
    assertThat(shown(Metric.EVALUATION_OVERDUE))
        .isEqualTo(OracleFixture.END_S - OracleFixture.START_S);
    assertThat(shown(Metric.OUTBOX_OPEN)).isZero();

    oracle.evaluator().evaluate(key, Trigger.OPERATOR);
    oracle.later(Duration.ofSeconds(7));
    backlog.tick();
    assertThat(shown(Metric.EVALUATION_OVERDUE)).isZero();
    assertThat(shown(Metric.OUTBOX_OPEN)).isEqualTo(1);
    assertThat(shown(Metric.OUTBOX_OLDEST)).isEqualTo(7);
  }

  @Test
  void countsADisputeFromHalfOfItsTimeoutOn() {
    oracle.mirrored(1, BookingStatus.DISPUTED);
    long half = OracleFixture.END_S + DISPUTE_TIMEOUT_S / 2;
    oracle.at(half - 1);
    backlog.tick();
    assertThat(shown(Metric.DISPUTES_OPEN)).isEqualTo(1);
    assertThat(shown(Metric.DISPUTES_HALF_TIMEOUT)).isZero();

    oracle.at(half);
    backlog.tick();
    assertThat(shown(Metric.DISPUTES_HALF_TIMEOUT)).isEqualTo(1);
  }

  @Test
  void tellsHowLongNoNodeHasSwept() {
    backlog.tick();
    assertThat(shown(Metric.SWEEP_AGE)).isNaN();

    oracle
        .database
        .jdbc()
        .sql(
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
              last_success)
            values ('oracle-sweep', 'recurring', now(), false, 1, to_timestamp(:at))
            """)
        .param("at", oracle.clock.millis() / 1_000 - 90)
        .update();
    backlog.tick();
    assertThat(shown(Metric.SWEEP_AGE)).isEqualTo(90);
  }

  private double shown(Metric metric) {
    return oracle.registry.get(metric.meter()).gauge().value();
  }
}
