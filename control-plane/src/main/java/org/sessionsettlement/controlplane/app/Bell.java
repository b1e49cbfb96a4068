package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one that sleeps until then: rung while it is awake, it does not fall asleep. */
public final class Bell {
  private final Semaphore rung = new Semaphore(0);

  void ring() {
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  /** Sleeps until it is rung, or for that long. */
  void await(Duration atMost) throws InterruptedException {
    var _ = rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    var _ = rung.drainPermits();
  }
}
