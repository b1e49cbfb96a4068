package org.sessionsettlement.controlplane.db;

import java.time.Duration;

/** How a thread that listens or sends for as long as the service runs comes to its end. */
final class OwnThread {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private OwnThread() {}

  /** Interrupts it and waits until it has ended, within limits. */
  static void end(Thread thread) {
    thread.interrupt();
    try {
      thread.join(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
