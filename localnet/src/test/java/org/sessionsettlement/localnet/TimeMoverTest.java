package org.sessionsettlement.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeMoverTest {
  private final ManualClock clock = new ManualClock(1_000_000);
  private final List<Step> awaited = new ArrayList<>();

  @Test
  void awaitsTheBarrierAfterEveryStep() {
    BookedSlot running = new BookedSlot(999_990, 1_000_600);
    TimeMover mover = new TimeMover(clock, () -> List.of(running), awaited::add);

    assertThat(mover.advance(Duration.ofSeconds(12))).isEqualTo(1_000_012);

    assertThat(awaited)
        .containsExactly(
            new Step(1_000_000, 1_000_005, true),
            new Step(1_000_005, 1_000_010, true),
            new Step(1_000_010, 1_000_012, true));
  }

  @Test
  void seesABookingThatIsMadeOnTheWay() {
    List<BookedSlot> booked = new ArrayList<>(List.of(new BookedSlot(1_001_000, 1_001_600)));
    StepBarrier bookMore =
        step -> {
          awaited.add(step);
          if (awaited.size() == 1) {
            booked.add(new BookedSlot(step.toSeconds() + 10, step.toSeconds() + 70));
          }
        };
    new TimeMover(clock, () -> booked, bookMore).advanceTo(1_000_690);

    assertThat(awaited)
        .containsExactly(
            new Step(1_000_000, 1_000_680, false),
            new Step(1_000_680, 1_000_685, true),
            new Step(1_000_685, 1_000_690, true));
  }

  @Test
  void awaitsBothBarriersInOrder() {
    List<String> order = new ArrayList<>();
    StepBarrier both = ((StepBarrier) step -> order.add("first")).then(step -> order.add("second"));

    new TimeMover(clock, List::of, both).advance(Duration.ofHours(1));

    assertThat(order).containsExactly("first", "second");
  }

  private static final class ManualClock implements ChainClock {
    private long nowSeconds;

    ManualClock(long nowSeconds) {
      this.nowSeconds = nowSeconds;
    }

    @Override
    public long nowSeconds() {
      return nowSeconds;
    }

    @Override
    public void moveTo(long unixSeconds) {
      nowSeconds = unixSeconds;
    }
  }
}
