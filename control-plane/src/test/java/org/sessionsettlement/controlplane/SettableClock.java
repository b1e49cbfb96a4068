package org.sessionsettlement.controlplane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands until a test moves it. */
public final class SettableClock implements InstantSource {
  private final AtomicLong nowMs;

  public SettableClock(long nowMs) {
    this.nowMs = new AtomicLong(nowMs);
  }

  public void set(long toMs) {
    nowMs.set(toMs);
  }

  public void advance(Duration by) {
    nowMs.addAndGet(by.toMillis());
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(nowMs.get());
  }
}
