package org.sessionsettlement.controlplane.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;

/**
 * One token bucket a key: a minute's worth may come at once, then tokens return one by one. A
 * bucket is the time at which it will be full again (GCRA, ITU-T I.371), so that it costs one
 * number. Beyond {@link #MAX_KEYS} the key that was idle longest is forgotten. Safe for threads.
 */
public final class TokenBuckets {
  static final int MAX_KEYS = 20_000;
  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

  private final long nanosPerToken;
  private final Ticker ticker;
  private final Map<String, Long> fullAtNanos = new RecentKeys();

  /**
   * @param perMinute tokens a minute, and the most at once
   */
  public TokenBuckets(int perMinute, Ticker ticker) {
    if (perMinute < 1) {
      throw new IllegalArgumentException("at least one a minute");
    }
    this.nanosPerToken = MINUTE_NANOS / perMinute;
    this.ticker = ticker;
  }

  /** Takes a token, or tells how long it is until there is one. */
  public synchronized Optional<Duration> take(String key) {
    long now = ticker.nanos();
    long missing = Math.max(0, fullAtNanos.getOrDefault(key, now) - now);
    long waitNanos = missing + nanosPerToken - MINUTE_NANOS;
    if (waitNanos > 0) {
      return Optional.of(Duration.ofNanos(waitNanos));
    }
    fullAtNanos.put(key, now + missing + nanosPerToken);
    return Optional.empty();
  }

  /**
   * Takes a token.
   *
   * @throws org.sessionsettlement.controlplane.problem.ProblemException {@code rate_limited}, with
   *     how long to wait
   */
  public void require(String key) {
    take(key)
        .ifPresent(
            wait -> {
              throw Problem.of(ProblemCode.RATE_LIMITED).retryAfter(wait).asException();
            });
  }

  /** Gives a token back that was taken for what turned out not to count. */
  public synchronized void giveBack(String key) {
    fullAtNanos.computeIfPresent(key, (_, fullAt) -> fullAt - nanosPerToken);
  }

  synchronized int keys() {
    return fullAtNanos.size();
  }

  private static final class RecentKeys extends LinkedHashMap<String, Long> {
    private static final long serialVersionUID = 1L;

    RecentKeys() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
      return size() > MAX_KEYS;
    }
  }
}
