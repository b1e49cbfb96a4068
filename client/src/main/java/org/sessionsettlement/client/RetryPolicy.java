package org.sessionsettlement.client;

/**
 * How often, and after which pause, a request that is safe to repeat is repeated.
 *
 * @param attempts at least 1; 1 is no retry
 * @param firstPauseMs before the second attempt; doubles each time
 * @param maxPauseMs no pause is longer
 * @param pause waits that many milliseconds; a test hands in one that only counts
 */
public record RetryPolicy(int attempts, long firstPauseMs, long maxPauseMs, Pause pause) {

  /** Waits. */
  @FunctionalInterface
  public interface Pause {
    void forMs(long millis) throws InterruptedException;
  }

  public RetryPolicy {
    if (attempts < 1 || firstPauseMs < 0 || maxPauseMs < firstPauseMs) {
      throw new IllegalArgumentException("attempts >= 1 and 0 <= firstPauseMs <= maxPauseMs");
    }
  }

  /** Gives up after about four seconds: well inside a lease. */
  public static RetryPolicy usual() {
    return new RetryPolicy(6, 100, 1_600, Thread::sleep);
  }

  /** Every request is sent once. */
  public static RetryPolicy none() {
    return new RetryPolicy(1, 0, 0, Thread::sleep);
  }

  long pauseMsBefore(int attempt) {
    int doublings = Math.min(attempt - 2, 20);
    return Math.min(maxPauseMs, firstPauseMs << doublings);
  }
}
