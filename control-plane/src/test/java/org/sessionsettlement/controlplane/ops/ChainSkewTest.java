package org.sessionsettlement.controlplane.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Metric;

class ChainSkewTest {
  private final SettableClock clock = new SettableClock(100_500);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Meters meters = new Meters();
  private ChainSkew.Heads heads = new ChainSkew.Heads(100, 90);
  private boolean away;
  private final ChainSkew skew = new ChainSkew(this::heads, clock);

  @BeforeEach
  void show() {
    meters.show(registry);
    skew.showOn(meters);
  }

  @Test
  void isPositiveWhereTheClockIsAheadOfTheChain() {
    skew.tick();
    assertThat(shown(Metric.CHAIN_SKEW)).isEqualTo(0.5);
    assertThat(shown(Metric.CHAIN_TRUSTED_AGE)).isEqualTo(10.5);
    assertThat(skew.text()).isEqualTo("0.5 s ahead of the newest block");
  }

  @Test
  void isNegativeWhereTheClockIsBehind() {
    heads = new ChainSkew.Heads(160, 160);
    skew.tick();
    assertThat(shown(Metric.CHAIN_SKEW)).isEqualTo(-59.5);
    assertThat(skew.text()).isEqualTo("59.5 s behind the newest block");
  }

  @Test
  void isUnknownWhileTheChainIsAway() {
    skew.tick();
    away = true;
    assertThatThrownBy(skew::tick).isInstanceOf(IllegalStateException.class);
    assertThat(shown(Metric.CHAIN_SKEW)).isNaN();
    assertThat(skew.text()).isEqualTo("not compared with the chain's");
  }

  private ChainSkew.Heads heads() {
    if (away) {
      throw new IllegalStateException("expected by this test");
    }
    return heads;
  }

  private double shown(Metric metric) {
    return registry.get(metric.meter()).gauge().value();
  }
}
