package org.sessionsettlement.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StepPlannerTest {
  private static final long NOW = 1_800_000_000L;
  private static final long HOUR = 3_600;

  @Test
  void jumpsInOneGoWhileNothingIsBooked() {
    assertThat(StepPlanner.next(NOW, NOW + HOUR, List.of()))
        .contains(new Step(NOW, NOW + HOUR, false));
  }

  @Test
  void hasNoStepOnceTheTargetIsReached() {
    assertThat(StepPlanner.next(NOW, NOW, List.of())).isEmpty();
    assertThat(StepPlanner.next(NOW + 1, NOW, List.of())).isEmpty();
  }

  @Test
  void endsAJumpALeaseAndAHeartbeatBeforeJoinOpens() {
    BookedSlot slot = slotStartingAt(NOW + HOUR);
    assertThat(StepPlanner.next(NOW, NOW + 2 * HOUR, List.of(slot)))
        .contains(new Step(NOW, NOW + HOUR - 320, false));
  }

  @Test
  void goesInHeartbeatsWhileASlotRuns() {
    BookedSlot slot = slotStartingAt(NOW - 60);
    assertThat(StepPlanner.next(NOW, NOW + HOUR, List.of(slot)))
        .contains(new Step(NOW, NOW + 5, true));
  }

  @Test
  void takesAShorterLastStep() {
    BookedSlot slot = slotStartingAt(NOW - 60);
    assertThat(StepPlanner.next(NOW, NOW + 2, List.of(slot)))
        .contains(new Step(NOW, NOW + 2, true));
  }

  @Test
  void runsUntilALeaseAfterTheEnd() {
    BookedSlot slot = new BookedSlot(NOW - HOUR, NOW);
    assertThat(StepPlanner.next(NOW + 14, NOW + HOUR, List.of(slot)).map(Step::live))
        .contains(true);
    assertThat(StepPlanner.next(NOW + 15, NOW + HOUR, List.of(slot)))
        .contains(new Step(NOW + 15, NOW + HOUR, false));
  }

  @Test
  void leavesNoUnwatchedTimeInsideAnySession() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<BookedSlot> slots =
          random
              .longs(random.nextInt(4), NOW + 400, NOW + 4 * HOUR)
              .mapToObj(start -> new BookedSlot(start, start + 60L * (1 + random.nextInt(60))))
              .toList();
      long now = NOW;
      for (Optional<Step> step = StepPlanner.next(now, NOW + 6 * HOUR, slots);
          step.isPresent();
          step = StepPlanner.next(now, NOW + 6 * HOUR, slots)) {
        Step taken = step.get();
        assertThat(taken.toSeconds()).as("seed %d", seed).isGreaterThan(taken.fromSeconds());
        assertThat(slots)
            .as("seed %d, %s", seed, taken)
            .noneMatch(slot -> isUnwatched(taken) && gapTouches(taken, slot));
        now = taken.toSeconds();
      }
      assertThat(now).as("seed %d", seed).isEqualTo(NOW + 6 * HOUR);
    }
  }

  /** A gap is longer than a lease without a liveness row, and lasts until one lease after it. */
  private static boolean isUnwatched(Step step) {
    return step.toSeconds() - step.fromSeconds() > 15;
  }

  private static boolean gapTouches(Step step, BookedSlot slot) {
    return step.fromSeconds() < slot.endSeconds() && step.toSeconds() + 15 > slot.startSeconds();
  }

  private static BookedSlot slotStartingAt(long startSeconds) {
    return new BookedSlot(startSeconds, startSeconds + 1_800);
  }
}
