package org.sessionsettlement.localnet;

import java.util.List;
import java.util.Optional;

/**
 * Decides how far the chain's clock may move next. Nothing runs: one jump. A booked slot is
 * running: steps no longer than a heartbeat, so that presence stays real.
 *
 * <p>A slot counts as running from 5 minutes before its start (join opens) until one lease after
 * its end. A jump leaves an unwatched time behind it that reaches one lease past the jump (clients
 * return within it), so a jump also ends {@link #QUIET_BEFORE_JOIN_SECONDS} before join opens: no
 * gap ever touches a session.
 */
public final class StepPlanner {
  /** One heartbeat. */
  public static final long STEP_SECONDS = 5;

  static final long JOIN_OPENS_BEFORE_START_SECONDS = 300;
  static final long LEASE_SECONDS = 15;

  /** A lease, and a heartbeat for the block that carries the jump. */
  static final long QUIET_BEFORE_JOIN_SECONDS = LEASE_SECONDS + STEP_SECONDS;

  private StepPlanner() {}

  /**
   * The next step from {@code now} towards {@code target}.
   *
   * @param nowSeconds the chain's time
   * @param targetSeconds where to go
   * @param booked the slots whose bookings wait for an outcome, in any order
   * @return empty once the target is reached
   */
  public static Optional<Step> next(long nowSeconds, long targetSeconds, List<BookedSlot> booked) {
    if (nowSeconds >= targetSeconds) {
      return Optional.empty();
    }
    boolean live = booked.stream().anyMatch(slot -> isRunning(slot, nowSeconds));
    long furthest =
        live ? nowSeconds + STEP_SECONDS : nextQuietEnd(nowSeconds, targetSeconds, booked);
    return Optional.of(new Step(nowSeconds, Math.min(targetSeconds, furthest), live));
  }

  private static boolean isRunning(BookedSlot slot, long nowSeconds) {
    return quietUntil(slot) <= nowSeconds && nowSeconds < slot.endSeconds() + LEASE_SECONDS;
  }

  private static long nextQuietEnd(long nowSeconds, long targetSeconds, List<BookedSlot> booked) {
    return booked.stream()
        .mapToLong(StepPlanner::quietUntil)
        .filter(quietEnd -> quietEnd > nowSeconds)
        .min()
        .orElse(targetSeconds);
  }

  private static long quietUntil(BookedSlot slot) {
    return slot.startSeconds() - JOIN_OPENS_BEFORE_START_SECONDS - QUIET_BEFORE_JOIN_SECONDS;
  }
}
