package org.sessionsettlement.controlplane.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock for threads that must not end with an exception: while the one it follows cannot be asked
 * (the database's, while that is away), it goes on from that one's last answer.
 */
public final class SteadyClock implements InstantSource {
  private final InstantSource followed;
  private final LongSupplier elapsedNanos;
  private Instant lastAnswer;
  private long answeredAtNanos;

  /**
   * Asks once, so that there is a last answer; what that throws is thrown.
   *
   * @param elapsedNanos such as {@link System#nanoTime}
   */
  public SteadyClock(InstantSource followed, LongSupplier elapsedNanos) {
    this.followed = followed;
    this.elapsedNanos = elapsedNanos;
    this.lastAnswer = followed.instant();
    this.answeredAtNanos = elapsedNanos.getAsLong();
  }

  @Override
  public Instant instant() {
    try {
      return remember(followed.instant());
    } catch (RuntimeException e) {
      return estimate();
    }
  }

  private synchronized Instant remember(Instant answer) {
    lastAnswer = answer;
    answeredAtNanos = elapsedNanos.getAsLong();
    return answer;
  }

  private synchronized Instant estimate() {
    return lastAnswer.plus(Duration.ofNanos(elapsedNanos.getAsLong() - answeredAtNanos));
  }
}
