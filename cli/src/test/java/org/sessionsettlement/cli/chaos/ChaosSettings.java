package org.sessionsettlement.cli.chaos;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much chaos; docs/testing.md says how to ask for more.
 *
 * @param seed the plan follows from it and the other two
 * @param lasts how long faults may begin, by the wall's clock
 */
record ChaosSettings(long seed, int sessions, Duration lasts) {
  private static final int SHORT_SESSIONS = 24;
  private static final Duration SHORT = Duration.ofSeconds(36);

  /** A short run leaves most of the machine to the tests beside it. */
  int nodes() {
    return lasts.equals(SHORT) ? 2 : 3;
  }

  /**
   * From {@code chaos.seed}, {@code chaos.sessions} and {@code chaos.minutes}; all may be absent.
   */
  static ChaosSettings of(Function<String, @Nullable String> property, long otherSeed) {
    return new ChaosSettings(
        number(property, "chaos.seed").orElse(otherSeed),
        number(property, "chaos.sessions").map(Math::toIntExact).orElse(SHORT_SESSIONS),
        number(property, "chaos.minutes").map(Duration::ofMinutes).orElse(SHORT));
  }

  private static Optional<Long> number(Function<String, @Nullable String> property, String name) {
    return Optional.ofNullable(property.apply(name)).map(Long::valueOf);
  }

  /** Repeats this run's plan. */
  @Override
  public String toString() {
    String minutes = lasts.equals(SHORT) ? "" : " -Dchaos.minutes=" + lasts.toMinutes();
    return "-Dchaos.seed=" + seed + " -Dchaos.sessions=" + sessions + minutes;
  }
}
