package org.sessionsettlement.controlplane.notice;

import java.time.Duration;

/** When a delivery that failed is tried again, and when no more: after three days or so. */
final class RetryRule {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofHours(1);
  static final int MOST_ATTEMPTS = 80;

  private RetryRule() {}

  /**
   * @param attempts made so far, 1 or more
   */
  static Duration pause(int attempts) {
    int doublings = Math.min(attempts - 1, 10);
    var pause = FIRST.multipliedBy(1L << doublings);
    return pause.compareTo(MOST) < 0 ? pause : MOST;
  }

  static boolean isOver(int attempts) {
    return attempts >= MOST_ATTEMPTS;
  }
}
