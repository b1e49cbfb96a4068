package org.sessionsettlement.tempo.rpc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A clock whose time passes only by sleeping and by being moved; remembers the sleeps. */
public final class ManualPollClock implements PollClock {
  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public void sleep(Duration duration) {
    sleeps.add(duration);
    pass(duration);
  }

  /** Moves it without a sleep. */
  public void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  /** Every sleep so far. */
  public List<Duration> sleeps() {
    return sleeps;
  }
}
