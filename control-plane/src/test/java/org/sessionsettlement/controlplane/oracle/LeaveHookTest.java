package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.Await;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.session.Ending;
import org.sessionsettlement.controlplane.session.Role;
import org.sessionsettlement.controlplane.session.SeatOver;
import org.sessionsettlement.tempo.Address;

class LeaveHookTest {
  private static final long START_MS = OracleFixture.START_S * 1_000;
  private static final long DEBOUNCE_MS = LeaveHook.DEBOUNCE.toMillis();

  private final OracleFixture oracle = new OracleFixture(LeaveHookTest.class);
  private final EvaluationTasks tasks = new EvaluationTasks(oracle.database);
  private final LeaveHook hook =
      new LeaveHook(oracle.database, tasks, oracle.telemetry, oracle.clock);
  private BookingKey key = new BookingKey(Address.ZERO, 0);

  /** A session that has just begun, both in it, and nothing to look at for two minutes. */
  @BeforeEach
  void begin() {
    key = oracle.booked(1);
    oracle.host(key, OracleFixture.START_S, OracleFixture.START_S + 60);
    oracle.watchedUntil(OracleFixture.START_S + 60);
    oracle.at(OracleFixture.START_S + 60);
    oracle.sweep().tick();
    assertThat(oracle.looks.hookMs(key)).isEmpty();
  }

  @AfterEach
  void close() {
    oracle.close();
  }

  @Test
  void looksSomeSecondsAfterALeaveAndNotAtOnce() {
    leave();
    oracle.sweep().tick();

    assertThat(verdicts()).isEqualTo(1);
    assertThat(oracle.looks.nextMs(key)).contains(START_MS + 60_000 + DEBOUNCE_MS);
    assertThat(taskMs()).contains(START_MS + 60_000 + DEBOUNCE_MS);

    oracle.later(LeaveHook.DEBOUNCE);
    oracle.sweep().tick();
    assertThat(verdicts()).isEqualTo(2);
    assertThat(oracle.looks.hookMs(key)).isEmpty();
  }

  @Test
  void isPutOffByTheNextLeaveButNotForEver() {
    leave();
    oracle.later(Duration.ofSeconds(3));
    leave();
    assertThat(oracle.looks.nextMs(key)).contains(START_MS + 63_000 + DEBOUNCE_MS);

    oracle.later(Duration.ofSeconds(60));
    leave();
    assertThat(oracle.looks.nextMs(key))
        .contains(START_MS + 60_000 + DEBOUNCE_MS + LeaveHook.PUT_OFF_AT_MOST.toMillis());
  }

  @Test
  void doesNotTakeARejoinForALeave() {
    hook.left(new SeatOver(key, UUID.randomUUID(), Role.HOST, Ending.Reason.REPLACED));
    assertThat(oracle.looks.hookMs(key)).isEmpty();
  }

  @Test
  void wakesNothingThatIsOver() {
    oracle.at(OracleFixture.END_S + 100_000);
    oracle.sweep().tick();
    leave();
    assertThat(oracle.looks.nextMs(key)).isEmpty();
  }

  @Test
  void isEvaluatedByTheBookingsOwnTaskWhichThenIsSetToTheNextInstant() {
    leave();
    // Before it starts: the scheduler measures its own pauses by the clock that it is given.
    oracle.later(LeaveHook.DEBOUNCE);
    var scheduler =
        Scheduler.create(oracle.database.dataSource(), tasks.evaluation(oracle.sweep(), () -> {}))
            .threads(2)
            .pollingInterval(Duration.ofMillis(50))
            .clock(oracle.clock::instant)
            .build();
    scheduler.start();
    try {
      Await.until("evaluated", () -> verdicts() == 2);
      Await.until("set anew", () -> taskMs().equals(oracle.looks.nextMs(key)));
    } finally {
      scheduler.stop();
    }
    assertThat(oracle.registry.get("settlement.evaluation.lag").tag("trigger", "leave").timer())
        .isNotNull();
  }

  private void leave() {
    hook.left(new SeatOver(key, UUID.randomUUID(), Role.HOST, Ending.Reason.LEFT));
  }

  private int verdicts() {
    return oracle
        .database
        .jdbc()
        .sql("select count(*) from verdicts")
        .query(Integer.class)
        .single();
  }

  private Optional<Long> taskMs() {
    return oracle
        .database
        .jdbc()
        .sql(
            "select (extract(epoch from execution_time) * 1000)::bigint from scheduled_tasks"
                + " where task_name = :task and task_instance = :key and not picked")
        .param("task", EvaluationTasks.EVALUATE)
        .param("key", key.toString())
        .query((row, i) -> row.getLong(1))
        .optional();
  }
}
