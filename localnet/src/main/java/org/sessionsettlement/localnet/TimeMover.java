package org.sessionsettlement.localnet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Moves the local chain's time so that a challenge window need not be waited for and no session is
 * torn: the steps are {@link StepPlanner}'s, the barrier is awaited after each.
 */
public final class TimeMover {
  private final ChainClock clock;
  private final Supplier<List<BookedSlot>> booked;
  private final StepBarrier barrier;

  /**
   * Moves this clock.
   *
   * @param booked asked anew before each step, since a session may be booked or settled on the way
   */
  public TimeMover(ChainClock clock, Supplier<List<BookedSlot>> booked, StepBarrier barrier) {
    this.clock = clock;
    this.booked = booked;
    this.barrier = barrier;
  }

  /** Moves on by this much; returns the time reached, unix seconds. */
  public long advance(Duration by) {
    return advanceTo(clock.nowSeconds() + by.toSeconds());
  }

  /** Moves on until the chain's time is at least this; returns the time reached, unix seconds. */
  public long advanceTo(long targetSeconds) {
    Optional<Step> step = next(targetSeconds);
    while (step.isPresent()) {
      clock.moveTo(step.get().toSeconds());
      barrier.await(step.get());
      step = next(targetSeconds);
    }
    return clock.nowSeconds();
  }

  private Optional<Step> next(long targetSeconds) {
    return StepPlanner.next(clock.nowSeconds(), targetSeconds, booked.get());
  }
}
