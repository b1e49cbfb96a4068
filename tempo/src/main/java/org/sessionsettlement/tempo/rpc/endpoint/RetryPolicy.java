package org.sessionsettlement.tempo.rpc.endpoint;

import java.time.Duration;
import java.util.Optional;

/**
 * How often and how soon what is safe to repeat is repeated.
 *
 * @param attempts rounds through the endpoints, the first included
 * @param firstPause between the first round and the second; doubles with each further round
 * @param maxPause the longest it gets
 * @param maxRetryAfter the longest Retry-After of a node that we wait for; whoever asks for more is
 *     not asked again by this call
 */
public record RetryPolicy(
    int attempts, Duration firstPause, Duration maxPause, Duration maxRetryAfter) {
  /** Four rounds, from 100 ms to 2 s apart, up to 5 s where a node asks for it. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(4, Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(5));

  /** Nothing is repeated; other endpoints are still tried. */
  public static final RetryPolicy NONE =
      new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  private static final int MAX_DOUBLINGS = 20;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException when nothing would ever be asked
   */
  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("at least one attempt");
    }
  }

  /**
   * The pause after a failed round, or empty when that was the last.
   *
   * @param failedRounds how many rounds have failed, 1 or more
   * @param jitter 0 to 1: the pause is half to all of what it could be, so that many callers do not
   *     come back at once
   * @param retryAfter what a node asked for (HTTP 429 and 503; RFC 9110, section 10.2.3)
   */
  public Optional<Duration> pause(int failedRounds, double jitter, Optional<Duration> retryAfter) {
    boolean asksTooMuch =
        retryAfter.filter(asked -> asked.compareTo(maxRetryAfter) > 0).isPresent();
    if (failedRounds >= attempts || asksTooMuch) {
      return Optional.empty();
    }
    Duration doubled = firstPause.multipliedBy(1L << Math.min(failedRounds - 1, MAX_DOUBLINGS));
    long millis = Math.min(doubled.toMillis(), maxPause.toMillis());
    Duration pause = Duration.ofMillis(Math.round((double) millis * (0.5 + jitter / 2)));
    return Optional.of(retryAfter.filter(asked -> asked.compareTo(pause) > 0).orElse(pause));
  }
}
