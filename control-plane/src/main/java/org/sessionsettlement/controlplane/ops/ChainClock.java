package org.sessionsettlement.controlplane.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * The local chain's clock between its blocks: wall time plus the largest lead that a block was ever
 * seen to have. It never goes back, and since blocks carry whole seconds it is never ahead of what
 * the chain would stamp now.
 */
public final class ChainClock implements InstantSource {
  private static final long MS_PER_SECOND = 1_000;

  private final InstantSource wall;
  private final Supplier<ChainHead> head;
  private long leadMs;
  private long newestMs = Long.MIN_VALUE;

  /**
   * Reads the head once, so that the clock is right from its first answer.
   *
   * @param head asks the chain; what it throws when the chain is away, {@link #sync} throws too
   */
  public ChainClock(InstantSource wall, Supplier<ChainHead> head) {
    this.wall = wall;
    this.head = head;
    this.leadMs = leadOf(head.get());
  }

  /** Asks the chain for its head and follows it. */
  public ChainHead sync() {
    var newest = head.get();
    follow(leadOf(newest));
    return newest;
  }

  private synchronized void follow(long seenMs) {
    leadMs = Math.max(leadMs, seenMs);
  }

  private long leadOf(ChainHead seen) {
    return seen.timestampSeconds() * MS_PER_SECOND - wall.millis();
  }

  @Override
  public synchronized Instant instant() {
    newestMs = Math.max(newestMs, wall.millis() + leadMs);
    return Instant.ofEpochMilli(newestMs);
  }
}
