package org.sessionsettlement.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class HumanDurationTest {
  private final HumanDuration reader = new HumanDuration();

  @Test
  void readsUnitsAndSums() {
    assertThat(reader.convert("90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(reader.convert("45m")).isEqualTo(Duration.ofMinutes(45));
    assertThat(reader.convert("1d12h")).isEqualTo(Duration.ofHours(36));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "-5s", "2 h", "1h1d", "99999d"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> reader.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("no duration");
  }
}
