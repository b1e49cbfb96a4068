package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.util.List;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.ops.ChainClock;
import org.sessionsettlement.controlplane.ops.LivenessRecorder;
import org.sessionsettlement.controlplane.oracle.Duties;
import org.sessionsettlement.controlplane.oracle.Submitter;
import org.sessionsettlement.controlplane.oracle.Sweep;
import org.sessionsettlement.controlplane.session.LeaseSweep;
import org.sessionsettlement.tempo.rpc.TempoRpc;
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
      Sweep oracleSweep,
      Submitter submitter,
      Duties duties) {
    List<Runnable> meanwhile =
        duties.attests() ? List.of(oracleSweep::tick, submitter::tick) : List.of();
    return new LocalClockController(clock, liveness, sweep, meanwhile);
  }

  @Bean
  LocalTimeController localTime(
      TempoRpc rpc, LocalClockController clock, Database database, Ticker ticker) {
    var waiting = new WaitingSessions(database);
    return new LocalTimeController(rpc, clock, waiting::all, ticker);
  }

  @Bean
  BackgroundTick chainClockTick(ChainClock clock) {
    return new BackgroundTick("chain-clock", Duration.ofSeconds(1), clock::sync);
  }
}
