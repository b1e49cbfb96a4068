package org.sessionsettlement.controlplane.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

  private Optional<Instant> database = Optional.of(NOON);
  private Duration elapsed = Duration.ZERO;
  private final InstantSource clock =
      new SteadyClock(
          () -> database.orElseThrow(), Duration.ofMillis(100), () -> elapsed.toNanos());

  @Test
  void saysWhatTheClockItFollowsSaysOnceItsLastAnswerIsOld() {
    database = Optional.of(NOON.plusSeconds(7));
    elapsed = Duration.ofMillis(100);
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7));
  }

  @Test
  void goesOnFromTheLastAnswerWithoutAskingWhileThatIsYoung() {
    database = Optional.of(NOON.plusSeconds(7));
    elapsed = Duration.ofMillis(99);
    assertThat(clock.instant()).isEqualTo(NOON.plusMillis(99));
  }

  @Test
  void goesOnFromTheLastAnswerWhileThereIsNone() {
    database = Optional.empty();
    elapsed = Duration.ofSeconds(3);
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
    elapsed = Duration.ofSeconds(5);
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
  }

  @Test
  void followsAgainOnceThereIsAnAnswer() {
    database = Optional.empty();
    elapsed = Duration.ofSeconds(60);
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));
    database = Optional.of(NOON.plusSeconds(58));
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(58));
  }
}
