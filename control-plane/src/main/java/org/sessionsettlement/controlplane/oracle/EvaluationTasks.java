package org.sessionsettlement.controlplane.oracle;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The oracle's tasks for db-scheduler: the recurring sweep, and one task a booking at the instant
 * at which it is to be looked at next. What is due stands in {@link Looks}; a task only sees to it
 * that somebody looks then, and not up to a sweep later. A task that is lost, or comes too early,
 * does no harm.
 */
public final class EvaluationTasks {
  static final String EVALUATE = "evaluate";
  private static final String SWEEP = "oracle-sweep";
  private static final Duration SWEEP_EVERY = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  private final JdbcClient jdbc;
  private final Looks looks;

  public EvaluationTasks(Database database) {
    this.jdbc = database.jdbc();
    this.looks = new Looks(database);
  }

  /**
   * The guarantee, to be started with the scheduler.
   *
   * @param before called before each sweep; where it throws there is none
   */
  public RecurringTask<Void> sweep(Sweep sweep, Runnable before) {
    return Tasks.recurring(SWEEP, FixedDelay.of(SWEEP_EVERY))
        .execute(
            (task, context) -> {
              before.run();
              var _ = sweep.tick();
            });
  }

  /** The task of each booking. */
  public Task<Void> evaluation(Sweep sweep, Runnable before) {
    return Tasks.custom(EVALUATE, Void.class)
        .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
        .onDeadExecutionRevive()
        .execute(
            (task, context) -> {
              before.run();
              return evaluate(sweep, key(task.getId()));
            });
  }

  private CompletionHandler<Void> evaluate(Sweep sweep, BookingKey key) {
    sweep.evaluateOne(key);
    return (complete, operations) ->
        looks
            .nextMs(key)
            .ifPresentOrElse(
                atMs -> operations.reschedule(complete, Instant.ofEpochMilli(atMs)),
                operations::remove);
  }

  /** When any node last finished a sweep; empty before the first. */
  Optional<Long> sweptMs() {
    return jdbc.sql(
            """
            select (extract(epoch from last_success) * 1000)::bigint from scheduled_tasks
            where task_name = :task and last_success is not null
            """)
        .param("task", SWEEP)
        .query(Long.class)
        .optional();
  }

  /**
   * Sets each booking's task to that instant instead of the one it had, or drops it where there is
   * none, in the caller's transaction. All at once, hence not by the scheduler's own client, which
   * takes one at a time; a task that is running now sees to itself when it is done.
   */
  void at(List<Looks.Look> looks) {
    var split = looks.stream().collect(Collectors.partitioningBy(look -> look.atMs().isPresent()));
    plan(split.getOrDefault(true, List.of()));
    drop(split.getOrDefault(false, List.of()));
  }

  private void drop(List<Looks.Look> atRest) {
    if (atRest.isEmpty()) {
      return;
    }
    jdbc.sql(
            "delete from scheduled_tasks where task_name = :task"
                + " and task_instance = any(:names) and not picked")
        .param("task", EVALUATE)
        .param("names", Columns.text(atRest, look -> look.key().toString()))
        .update();
  }

  private void plan(List<Looks.Look> planned) {
    if (planned.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select :task, name, to_timestamp(at_ms / 1000.0), false, 1
            from unnest(:names::text[], :ats::bigint[]) p (name, at_ms)
            on conflict (task_name, task_instance) do update
              set execution_time = excluded.execution_time, version = scheduled_tasks.version + 1
              where not scheduled_tasks.picked
            """)
        .param("task", EVALUATE)
        .param("names", Columns.text(planned, look -> look.key().toString()))
        .param("ats", Columns.numbers(planned, look -> look.atMs().orElse(null)))
        .update();
  }

  /** A booking's task is called as the booking is. */
  private static BookingKey key(String text) {
    int dash = text.lastIndexOf('-');
    return new BookingKey(
        Address.parse(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
  }
}
