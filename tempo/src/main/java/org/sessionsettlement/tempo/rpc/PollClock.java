package org.sessionsettlement.tempo.rpc;

import java.time.Duration;

/** The clock that waiting for a receipt goes by; handed in, so that tests need not wait. */
public interface PollClock {
  /** The machine's. */
  PollClock SYSTEM = new SystemPollClock();

  /** Nanoseconds since some moment; never goes back. */
  long nanoTime();

  /**
   * Waits.
   *
   * @throws InterruptedException when the thread is interrupted meanwhile
   */
  void sleep(Duration duration) throws InterruptedException;
}
