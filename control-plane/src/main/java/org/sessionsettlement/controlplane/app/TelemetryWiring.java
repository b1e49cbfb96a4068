package org.sessionsettlement.controlplane.app;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.ops.ChainSkew;
import org.sessionsettlement.controlplane.ops.HealthProbe;
import org.sessionsettlement.controlplane.oracle.Backlog;
import org.sessionsettlement.controlplane.oracle.ChainTime;
import org.sessionsettlement.controlplane.oracle.OracleTelemetry;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Traces;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who knows whom: what is measured, and where it is shown. */
@Configuration(proxyBeanMethods = false)
class TelemetryWiring {
  private static final Duration MEASURE_EVERY = Duration.ofSeconds(5);

  /** What is counted is shown where the service's other meters are. */
  @Bean
  MeterBinder shownMeters(Meters meters) {
    return meters::show;
  }

  @Bean
  Traces traces(ServiceConfig config) {
    return config
        .telemetry()
        .otlpUrl()
        .map(url -> Traces.to(url, config.node().id()))
        .orElse(Traces.OFF);
  }

  @Bean
  OracleTelemetry oracleTelemetry(Meters meters, Traces traces) {
    return new OracleTelemetry(meters, traces);
  }

  @Bean
  BackgroundTick backlogTick(Database database, Meters meters, InstantSource clock) {
    var backlog = new Backlog(database, clock);
    backlog.showOn(meters);
    return new BackgroundTick("backlog", MEASURE_EVERY, backlog::tick);
  }

  @Bean
  ChainSkew chainSkew(TempoRpc rpc, ServiceConfig config, Meters meters, InstantSource clock) {
    var chainTime = ChainWiring.chainTime(rpc, config);
    var skew = new ChainSkew(() -> heads(chainTime.get()), clock);
    skew.showOn(meters);
    return skew;
  }

  private static ChainSkew.Heads heads(ChainTime time) {
    return new ChainSkew.Heads(time.latestSeconds(), time.trustedSeconds());
  }

  @Bean
  BackgroundTick chainSkewTick(ChainSkew skew, ChainGuard guard) {
    return new BackgroundTick("chain-skew", MEASURE_EVERY, guard.before(skew::tick));
  }

  /** Shown beside the others; however large, it keeps nobody from recording presence. */
  @Bean
  HealthProbe clockProbe(ChainSkew skew) {
    return new HealthProbe("clock", skew::text);
  }
}
