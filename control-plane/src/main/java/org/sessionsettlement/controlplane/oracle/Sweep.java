package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The guarantee: every booking that is due gets evaluated, whether or not anybody ever joined. Any
 * number of nodes may sweep; under the booking's lock the second finds that it is no longer due.
 */
public final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  /** Evaluated in one transaction. */
  private static final int GROUP = 108;

  private static final int GROUPS_A_TICK = 20;
  private static final long AFTER_FAILURE_MS = 10_000;
  private static final long REMEMBER_EVERY_MS = 60_000;

  /** More than a node may be behind another with the mirror's newest rows. */
  private static final long MIRROR_LAG_S = 60;

  private final Evaluator evaluator;
  private final Looks looks;
  private final OracleTelemetry telemetry;
  private final InstantSource clock;

  /** What falls due together is taken together, and not a piece by each thread of this node. */
  private final Lock oneGroupAtATime = new ReentrantLock();

  private long rememberAtMs;

  /** Everything that began before this has been looked at; of what comes late, see remember. */
  private long lookedAtSeconds;

  public Sweep(
      Database database, Evaluator evaluator, OracleTelemetry telemetry, InstantSource clock) {
    this.evaluator = evaluator;
    this.looks = new Looks(database);
    this.telemetry = telemetry;
    this.clock = clock;
  }

  /**
   * Evaluates what is due, within bounds; the failure of one booking stops no other.
   *
   * @return how many were due
   */
  public int tick() {
    alone(this::remember);
    int swept = 0;
    for (int group = 0; group < GROUPS_A_TICK; group++) {
      int due = alone(this::sweepGroup);
      swept += due;
      if (due < GROUP) {
        return swept;
      }
    }
    return swept;
  }

  private int sweepGroup() {
    long nowMs = clock.millis();
    var due = List.copyOf(looks.due(nowMs, lookedAtSeconds, GROUP).keySet());
    if (!due.isEmpty()) {
      evaluate(due, evaluator.chainTime(), Trigger.SWEEP);
    }
    if (due.size() < GROUP) {
      lookedAtSeconds = nowMs / 1_000 - MIRROR_LAG_S;
    }
    return due.size();
  }

  /** Evaluates this one if it is due; with it, where an instant made it so, others that are. */
  void evaluateOne(BookingKey key) {
    alone(() -> evaluateWithOthers(key));
  }

  private int evaluateWithOthers(BookingKey key) {
    long nowMs = clock.millis();
    var trigger = looks.dueFor(key, nowMs);
    if (trigger.isEmpty()) {
      return 0;
    }
    var due = new LinkedHashSet<>(List.of(key));
    if (trigger.get() == Trigger.INSTANT) {
      due.addAll(looks.due(nowMs, lookedAtSeconds, GROUP).keySet());
    }
    evaluate(List.copyOf(due), evaluator.chainTime(), trigger.get());
    return due.size();
  }

  private int alone(IntSupplier group) {
    oneGroupAtATime.lock();
    try {
      return group.getAsInt();
    } finally {
      oneGroupAtATime.unlock();
    }
  }

  /** Now and then everything is looked through: what the mirror got late, what was taken back. */
  private int remember() {
    if (clock.millis() < rememberAtMs) {
      return 0;
    }
    int forgotten = looks.remember(clock.millis());
    if (forgotten > 0) {
      LOG.warn("{} bookings are looked at again: nobody would have", forgotten);
    }
    rememberAtMs = clock.millis() + REMEMBER_EVERY_MS;
    lookedAtSeconds = 0;
    return forgotten;
  }

  /** Evaluates these where they are due; where the group fails, each by itself. */
  void evaluate(List<BookingKey> due, ChainTime time, Trigger trigger) {
    try {
      evaluator.evaluateDue(due, time, trigger);
    } catch (RuntimeException e) {
      if (due.size() == 1) {
        failed(due.getFirst(), trigger, e);
      } else {
        due.forEach(key -> evaluate(List.of(key), time, trigger));
      }
    }
  }

  private void failed(BookingKey key, Trigger trigger, RuntimeException e) {
    telemetry.notEvaluated(key, trigger, AFTER_FAILURE_MS, e);
    looks.lookAt(key, clock.millis() + AFTER_FAILURE_MS);
  }
}
