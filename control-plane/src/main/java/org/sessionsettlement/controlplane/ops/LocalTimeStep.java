package org.sessionsettlement.controlplane.ops;

import java.util.List;

/**
 * How far the local chain's time may move at once. Where no session runs: to the target, or to
 * shortly before the next one opens. While one runs: no further than a heartbeat, so that presence
 * stays real. (The same steps as {@code settle time} makes, whose planner this module cannot see.)
 */
public final class LocalTimeStep {
  static final long HEARTBEAT_S = 5;
  private static final long LEASE_S = 15;

  /** Joining opens five minutes before the start; what a jump leaves unwatched ends before that. */
  private static final long QUIET_BEFORE_START_S = 300 + LEASE_S + HEARTBEAT_S;

  private LocalTimeStep() {}

  /** The time of a session that waits for an outcome, unix seconds. */
  public record Session(long startSeconds, long endSeconds) {
    private long quietUntil() {
      return startSeconds - QUIET_BEFORE_START_S;
    }

    /** Whether somebody may be connected then. */
    public boolean isRunning(long nowSeconds) {
      return quietUntil() <= nowSeconds && nowSeconds < endSeconds + LEASE_S;
    }
  }

  /** Where the next step from now on goes; now itself once the target is reached. */
  public static long next(long nowSeconds, long targetSeconds, List<Session> sessions) {
    if (nowSeconds >= targetSeconds) {
      return nowSeconds;
    }
    boolean running = sessions.stream().anyMatch(session -> session.isRunning(nowSeconds));
    long furthest =
        running
            ? nowSeconds + HEARTBEAT_S
            : sessions.stream()
                .mapToLong(Session::quietUntil)
                .filter(quietUntil -> quietUntil > nowSeconds)
                .min()
                .orElse(targetSeconds);
    return Math.min(targetSeconds, furthest);
  }
}
