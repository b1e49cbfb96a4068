package org.sessionsettlement.controlplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.escrow.EscrowEvent;

class MetersTest {
  private final Meters meters = new Meters();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void showsACounterBeforeAnythingWasCountedSoThatTheFirstIsSeen() {
    meters.show(registry);
    var missed = registry.get(Metric.VERDICTS.meter()).tag("kind", "missed").counter();
    assertThat(missed.count()).isZero();

    meters.count(Metric.VERDICTS, "missed");
    assertThat(missed.count()).isEqualTo(1);
  }

  @Test
  void countsWhatTakesLessThanNoTimeAsNone() {
    meters.show(registry);
    meters.time(Metric.EVALUATION_LAG, Duration.ofSeconds(-3), "sweep");
    meters.time(Metric.EVALUATION_LAG, Duration.ofSeconds(2), "sweep");

    var lag = registry.get(Metric.EVALUATION_LAG.meter()).tag("trigger", "sweep").timer();
    assertThat(lag.count()).isEqualTo(2);
    assertThat(lag.totalTime(TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void showsAsUnknownWhatCannotBeRead() {
    meters.show(registry);
    meters.gauge(
        Metric.OUTBOX_OPEN,
        () -> {
          throw new IllegalStateException("expected by this test");
        });
    assertThat(registry.get(Metric.OUTBOX_OPEN.meter()).gauge().value()).isNaN();
  }

  @Test
  void refusesTagsThatTheMeterDoesNotHave() {
    assertThatThrownBy(() -> meters.count(Metric.VERDICTS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> meters.count(Metric.EVALUATION_LAG, "sweep"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsEveryEventOfABooking() {
    assertThat(Metric.EVENTS.tags().getFirst().values())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EscrowEvent.OfBooking.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
  }

  @Test
  void namesNoTwoMetersAlike() {
    assertThat(Metric.values()).extracting(Metric::meter).doesNotHaveDuplicates();
  }
}
