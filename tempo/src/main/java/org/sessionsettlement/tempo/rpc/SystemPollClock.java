package org.sessionsettlement.tempo.rpc;

import java.time.Duration;

/** The machine's clock. */
final class SystemPollClock implements PollClock {
  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration.toMillis());
  }
}
