package org.sessionsettlement.controlplane.signalling;

import java.time.Duration;
import org.sessionsettlement.controlplane.limit.Ticker;

/**
 * So much at once and so much a second, for one socket (GCRA, ITU-T I.371). For one thread at a
 * time.
 */
final class Allowance {
  private final long nanosPerUnit;
  private final long burstNanos;
  private final Ticker ticker;
  private long fullAtNanos;

  Allowance(long atOnce, long perSecond, Ticker ticker) {
    this.nanosPerUnit = Duration.ofSeconds(1).toNanos() / perSecond;
    this.burstNanos = atOnce * nanosPerUnit;
    this.ticker = ticker;
    this.fullAtNanos = ticker.nanos();
  }

  /** Takes so many, or none and answers false. */
  boolean take(long units) {
    long now = ticker.nanos();
    long missing = Math.max(0, fullAtNanos - now);
    long after = missing + units * nanosPerUnit;
    if (after > burstNanos) {
      return false;
    }
    fullAtNanos = now + after;
    return true;
  }
}
