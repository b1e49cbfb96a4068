package org.sessionsettlement.controlplane.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock for threads that ask often and must not end with an exception: it asks the one it follows
 * now and then, and goes on from that one's last answer in between and while there is none (the
 * database's, while that is away).
 */
public final class SteadyClock implements InstantSource {
  private final InstantSource followed;
  private final long askEveryNanos;
  private final LongSupplier elapsedNanos;
  private Instant lastAnswer;
  private long answeredAtNanos;

  /**
   * Asks once, so that there is a last answer; what that throws is thrown.
   *
   * @param askEvery no answer is older, as long as there are answers
   * @param elapsedNanos such as {@link System#nanoTime}
   */
  public SteadyClock(InstantSource followed, Duration askEvery, LongSupplier elapsedNanos) {
    this.followed = followed;
    this.askEveryNanos = askEvery.toNanos();
    this.elapsedNanos = elapsedNanos;
    this.lastAnswer = followed.instant();
    this.answeredAtNanos = elapsedNanos.getAsLong();
  }

  @Override
  public Instant instant() {
    if (sinceAnswerNanos() < askEveryNanos) {
      return estimate();
    }
    try {
      return remember(followed.instant());
    } catch (RuntimeException e) {
      return estimate();
    }
  }

  private synchronized long sinceAnswerNanos() {
    return elapsedNanos.getAsLong() - answeredAtNanos;
  }

  private synchronized Instant remember(Instant answer) {
    lastAnswer = answer;
    answeredAtNanos = elapsedNanos.getAsLong();
    return answer;
  }

  private synchronized Instant estimate() {
    return lastAnswer.plusNanos(sinceAnswerNanos());
  }
}
