package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.util.List;
import org.sessionsettlement.controlplane.ops.ChainClock;
import org.sessionsettlement.controlplane.ops.LivenessRecorder;
import org.sessionsettlement.controlplane.session.LeaseSweep;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Part of the wiring only where the clock is the local chain's. */
@Configuration(proxyBeanMethods = false)
class LocalClockWiring {
  @Bean
  LocalClockController localClock(
      ChainClock clock,
      LivenessRecorder liveness,
      LeaseSweep sweep,
      @Qualifier("sweepTick") BackgroundTick oracleSweep,
      @Qualifier("submitterTick") BackgroundTick submitter) {
    return new LocalClockController(clock, liveness, sweep, List.of(oracleSweep, submitter));
  }

  @Bean
  BackgroundTick chainClockTick(ChainClock clock) {
    return new BackgroundTick("chain-clock", Duration.ofSeconds(1), clock::sync);
  }
}
