package org.sessionsettlement.controlplane.app;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.NoticeListener;
import org.sessionsettlement.controlplane.ops.SteadyClock;
import org.sessionsettlement.controlplane.oracle.EvaluationTasks;
import org.sessionsettlement.controlplane.oracle.LeaveHook;
import org.sessionsettlement.controlplane.oracle.OracleTelemetry;
import org.sessionsettlement.controlplane.oracle.Sweep;
import org.sessionsettlement.controlplane.session.SeatOver;

/**
 * db-scheduler with the oracle's tasks, and the ear for leaves. The nodes share the work by its
 * table; what a dead node had picked is taken over by another. Where this node is no oracle,
 * nothing is started.
 */
final class OracleScheduler implements AutoCloseable {
  private static final int THREADS = 4;

  /**
   * Executions picked, in parts of the threads. Few: what is due together is evaluated together,
   * and the tasks of what is then done are dropped, but not those that were picked before.
   */
  private static final double FETCH_BELOW = 0.5;

  private static final double FETCH_UP_TO = 1.0;
  private static final Duration POLL_EVERY = Duration.ofMillis(200);

  /** A node that is silent for four of these is dead. */
  private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(2);

  private static final Duration ASK_CLOCK_EVERY = Duration.ofMillis(100);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final boolean on;
  private final Scheduler scheduler;
  private final NoticeListener leaves;

  OracleScheduler(
      Database database,
      ServiceConfig config,
      Sweep sweep,
      OracleTelemetry telemetry,
      ChainGuard guard,
      InstantSource clock) {
    var tasks = new EvaluationTasks(database);
    this.on = config.oracle().oracleOn();
    this.scheduler =
        Scheduler.create(database.dataSource(), tasks.evaluation(sweep, guard::verify))
            .startTasks(tasks.sweep(sweep, guard::verify))
            .schedulerName(new SchedulerName.Fixed(config.node().id()))
            .threads(THREADS)
            .pollUsingLockAndFetch(FETCH_BELOW, FETCH_UP_TO)
            .pollingInterval(POLL_EVERY)
            .heartbeatInterval(HEARTBEAT_EVERY)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(STOP_LIMIT)
            .failureLogging(LogLevel.WARN, false)
            // It asks several times a task, and its threads would end for good with what a clock
            // throws whose database is away.
            .clock(new SteadyClock(clock, ASK_CLOCK_EVERY, System::nanoTime)::instant)
            .build();
    var hook = new LeaveHook(database, tasks, telemetry, clock);
    this.leaves = new NoticeListener(config.database(), List.of(SeatOver.CHANNEL), new Ear(hook));
  }

  void start() {
    if (on) {
      scheduler.start();
      leaves.start();
    }
  }

  @Override
  public void close() {
    if (on) {
      leaves.close();
      scheduler.stop();
    }
  }

  private record Ear(LeaveHook hook) implements NoticeListener.Listener {
    @Override
    public void connected() {
      // Leaves that were missed before are found by the sweep.
    }

    @Override
    public void notice(String channel, String text) {
      SeatOver.parse(text).ifPresent(hook::left);
    }
  }
}
