package org.sessionsettlement.controlplane.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.SettableClock;

class ChainClockTest {
  private final SettableClock wall = new SettableClock(10_400);
  private final AtomicLong blockSeconds = new AtomicLong(100);
  private final ChainClock clock =
      new ChainClock(wall, () -> new ChainHead(blockSeconds.get(), blockSeconds.get()));

  @Test
  void startsAtTheNewestBlock() {
    assertThat(clock.millis()).isEqualTo(100_000);
  }

  @Test
  void runsOnWithWallTimeBetweenBlocks() {
    wall.advance(Duration.ofMillis(700));
    assertThat(clock.millis()).isEqualTo(100_700);
  }

  @Test
  void followsAJumpOfTheChain() {
    blockSeconds.set(7_300);
    assertThat(clock.sync().timestampSeconds()).isEqualTo(7_300);
    assertThat(clock.millis()).isEqualTo(7_300_000);
  }

  @Test
  void doesNotFallBackWithABlockThatIsLate() {
    wall.advance(Duration.ofSeconds(3));
    blockSeconds.set(101);
    clock.sync();
    assertThat(clock.millis()).isEqualTo(103_000);
  }

  @Test
  void neverGoesBackWhenWallTimeDoes() {
    wall.advance(Duration.ofSeconds(3));
    assertThat(clock.millis()).isEqualTo(103_000);
    wall.set(0);
    assertThat(clock.millis()).isEqualTo(103_000);
  }
}
