package org.sessionsettlement.tempo.rpc.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final RetryPolicy POLICY =
      new RetryPolicy(6, Duration.ofMillis(100), SECOND, Duration.ofSeconds(5));

  @ParameterizedTest
  @CsvSource({"1,1,100", "2,1,200", "3,1,400", "4,1,800", "5,1,1000", "1,0,50", "2,0.5,150"})
  void doublesToTheCapAndSpreads(int failedRounds, double jitter, long millis) {
    assertThat(POLICY.pause(failedRounds, jitter, Optional.empty()))
        .hasValue(Duration.ofMillis(millis));
  }

  @Test
  void endsAfterTheLastAttempt() {
    assertThat(POLICY.pause(6, 1, Optional.empty())).isEmpty();
    assertThat(RetryPolicy.NONE.pause(1, 1, Optional.empty())).isEmpty();
  }

  @Test
  void manyAttemptsNeverOverflow() {
    RetryPolicy patient = new RetryPolicy(1_000, SECOND, SECOND, SECOND);
    assertThat(patient.pause(999, 1, Optional.empty())).hasValue(SECOND);
  }

  @Test
  void waitsAsLongAsTheNodeAsksWithinABound() {
    assertThat(POLICY.pause(1, 1, Optional.of(Duration.ofSeconds(3))))
        .hasValue(Duration.ofSeconds(3));
    assertThat(POLICY.pause(1, 1, Optional.of(Duration.ofSeconds(6)))).isEmpty();
    assertThat(POLICY.pause(1, 1, Optional.of(Duration.ZERO))).hasValue(Duration.ofMillis(100));
  }

  @Test
  void aPolicyThatNeverAsksIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(0, SECOND, SECOND, SECOND));
  }
}
