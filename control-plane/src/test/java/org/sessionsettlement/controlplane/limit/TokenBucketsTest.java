package org.sessionsettlement.controlplane.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.problem.ProblemException;

class TokenBucketsTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final TokenBuckets buckets = new TokenBuckets(6, nanos::get);

  @Test
  void giveAMinutesWorthAtOnceAndThenOneByOne() {
    empty("a");
    assertThat(buckets.take("a")).contains(Duration.ofSeconds(10));
    pass(Duration.ofSeconds(4));
    assertThat(buckets.take("a")).contains(Duration.ofSeconds(6));
    pass(Duration.ofSeconds(6));
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).contains(Duration.ofSeconds(10));
  }

  @Test
  void areFullAgainAfterAMinuteAndNoFuller() {
    empty("a");
    pass(Duration.ofHours(1));
    empty("a");
    assertThat(buckets.take("a")).isPresent();
  }

  @Test
  void areSeparateForEachKey() {
    empty("a");
    assertThat(buckets.take("b")).isEmpty();
  }

  @Test
  void sayHowLongToWait() {
    empty("a");
    assertThatThrownBy(() -> buckets.require("a"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().retryAfter()).contains(Duration.ofSeconds(10)));
  }

  @Test
  void forgetTheKeyThatWasIdleLongestBeyondTheirBound() {
    empty("old");
    empty("kept");
    for (int i = 0; i < TokenBuckets.MAX_KEYS - 1; i++) {
      assertThat(buckets.take("k" + i)).isEmpty();
      assertThat(buckets.take("kept")).isPresent();
    }
    assertThat(buckets.keys()).isEqualTo(TokenBuckets.MAX_KEYS);
    assertThat(buckets.take("old")).isEmpty();
  }

  private void empty(String key) {
    for (int i = 0; i < 6; i++) {
      assertThat(buckets.take(key)).as("token %s", i).isEmpty();
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
