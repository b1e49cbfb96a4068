package org.sessionsettlement.client.call;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The app's clock and alarm; handed in. */
public interface CallScheduler {

  /** Takes an alarm back; changes nothing once it has rung. */
  @FunctionalInterface
  interface Alarm {
    void cancel();
  }

  /** Milliseconds that only grow; where they start does not matter. */
  long nowMs();

  /** Runs that, on any thread, after so many milliseconds. */
  Alarm after(long millis, Runnable task);

  /** One that uses the app's own scheduler. */
  static CallScheduler of(ScheduledExecutorService scheduler, LongSupplier nowMs) {
    return new CallScheduler() {
      @Override
      public long nowMs() {
        return nowMs.getAsLong();
      }

      @Override
      public Alarm after(long millis, Runnable task) {
        Future<?> future = scheduler.schedule(task, millis, TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
      }
    };
  }
}
