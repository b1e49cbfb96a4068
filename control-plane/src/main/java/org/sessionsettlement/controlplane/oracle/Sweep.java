package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.List;
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

  private final Evaluator evaluator;
  private final Looks looks;
  private final OracleMeters meters;
  private final InstantSource clock;
  private long rememberAtMs;

  public Sweep(Database database, Evaluator evaluator, OracleMeters meters, InstantSource clock) {
    this.evaluator = evaluator;
    this.looks = new Looks(database);
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Evaluates what is due, within bounds; the failure of one booking stops no other.
   *
   * @return how many were due
   */
  public int tick() {
    remember();
    int swept = 0;
    for (int group = 0; group < GROUPS_A_TICK; group++) {
      var due = List.copyOf(looks.due(clock.millis(), GROUP).keySet());
      if (!due.isEmpty()) {
        evaluate(due, evaluator.chainTime(), Trigger.SWEEP);
      }
      swept += due.size();
      if (due.size() < GROUP) {
        return swept;
      }
    }
    return swept;
  }

  /** Evaluates this one if it is due, whatever made it so. */
  void evaluateOne(BookingKey key) {
    boolean left = looks.hookMs(key).filter(atMs -> atMs <= clock.millis()).isPresent();
    evaluate(List.of(key), evaluator.chainTime(), left ? Trigger.LEAVE : Trigger.INSTANT);
  }

  private void remember() {
    if (clock.millis() < rememberAtMs) {
      return;
    }
    int forgotten = looks.remember(clock.millis());
    if (forgotten > 0) {
      LOG.warn("{} bookings are looked at again: nobody would have", forgotten);
    }
    rememberAtMs = clock.millis() + REMEMBER_EVERY_MS;
  }

  /** Evaluates these where they are due; where the group fails, each by itself. */
  void evaluate(List<BookingKey> due, ChainTime time, Trigger trigger) {
    try {
      evaluator.evaluateDue(due, time, trigger);
    } catch (RuntimeException e) {
      if (due.size() == 1) {
        failed(due.getFirst(), e);
      } else {
        due.forEach(key -> evaluate(List.of(key), time, trigger));
      }
    }
  }

  private void failed(BookingKey key, RuntimeException e) {
    meters.evaluationFailed();
    LOG.error("{}: not evaluated, tried again in {} ms", key, AFTER_FAILURE_MS, e);
    looks.lookAt(key, clock.millis() + AFTER_FAILURE_MS);
  }
}
