package org.sessionsettlement.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChaosPlanTest {
  private static final ChaosSettings LONG = new ChaosSettings(7, 300, Duration.ofMinutes(5));

  @Test
  void followsFromItsSettingsAlone() {
    assertThat(ChaosPlan.of(LONG)).isEqualTo(ChaosPlan.of(LONG));
  }

  @Test
  void isAnotherForAnotherSeed() {
    assertThat(ChaosPlan.of(new ChaosSettings(8, 300, Duration.ofMinutes(5))))
        .isNotEqualTo(ChaosPlan.of(LONG));
  }

  @Test
  void hasEveryKindOfFaultAlsoInItsShortForm() {
    ChaosPlan plan = ChaosPlan.of(ChaosSettings.of(name -> null, 1));
    assertThat(plan.faults().stream().map(planned -> planned.fault().getClass()).distinct())
        .hasSize(Fault.class.getPermittedSubclasses().length);
  }

  @Test
  void endsEveryFault() {
    assertThat(ChaosPlan.of(LONG).faults())
        .allSatisfy(
            planned -> {
              assertThat(planned.at()).isLessThan(LONG.lasts());
              assertThat(planned.lasts()).isLessThan(Duration.ofSeconds(5));
            });
  }

  @Test
  void holdsSessionsOnlyWhileItLasts() {
    long seconds = LONG.lasts().toSeconds() * ChaosPlan.SPEED;
    assertThat(ChaosPlan.of(LONG).sessions())
        .hasSize(300)
        .allSatisfy(
            session -> assertThat(session.terms(0).endMs()).isLessThanOrEqualTo(seconds * 1_000));
  }

  @Test
  void isSaidAsThePropertiesThatRepeatIt() {
    Map<String, String> said =
        Stream.of(LONG.toString().split(" "))
            .map(one -> one.substring("-D".length()).split("="))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    assertThat(ChaosSettings.of(said::get, 0)).isEqualTo(LONG);
  }
}
