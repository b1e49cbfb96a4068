package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import org.sessionsettlement.controlplane.app.ServiceConfig.Exposure;
import org.sessionsettlement.controlplane.oracle.FeeCaps;
import org.sessionsettlement.controlplane.oracle.OracleKeys;
import org.sessionsettlement.controlplane.oracle.RpcWitness;
import org.sessionsettlement.controlplane.oracle.Witness;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Metric;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who knows whom: keys, what may be paid, the second endpoint, and who is let in. */
@Configuration(proxyBeanMethods = false)
class SigningWiring {
  /** An escrow whose oracle is another is known of before a booking is due. */
  private static final Duration LOOK_AT_ORACLE_EVERY = Duration.ofSeconds(10);

  private static final int BEFORE_ALL_OTHERS = -2;

  @Bean
  OracleKeys oracleKeys(Keyring keys, TempoRpc rpc) {
    return new OracleKeys(
        keys.oracles(),
        keys.keeper(),
        escrow -> new SessionEscrow(rpc, escrow).oracle(),
        System::nanoTime);
  }

  @Bean
  BackgroundTick oracleKeyTick(
      OracleKeys keys, ServiceConfig config, Meters meters, ChainGuard guard) {
    var escrow = config.chain().escrow();
    boolean on = config.oracle().oracleOn();
    meters.gauge(Metric.ORACLE_KEY_FITS, () -> on ? fits(keys, escrow) : Double.NaN);
    var look = guard.before(() -> keys.look(escrow));
    return new BackgroundTick("oracle-key", LOOK_AT_ORACLE_EVERY, on ? look : () -> {});
  }

  private static double fits(OracleKeys keys, Address escrow) {
    return keys.fitted(escrow) ? 1 : 0;
  }

  @Bean
  FeeCaps feeCaps(ServiceConfig config) {
    return config.oracle().feeCaps();
  }

  @Bean
  Witness witness(ServiceConfig config, TempoRpc first, Meters meters) {
    return config
        .checks()
        .witnessUrl()
        .<Witness>map(url -> witness(WitnessEndpoint.at(url, meters), config, first))
        .orElse(Witness.NONE);
  }

  private static RpcWitness witness(TempoRpc second, ServiceConfig config, TempoRpc first) {
    var trusted = ChainWiring.trusted(config);
    return new RpcWitness(second, config.chain().chainId(), () -> first.block(trusted));
  }

  @Bean
  FilterRegistrationBean<InternalFilter> internalFilter(
      ServiceConfig config,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var filter = new FilterRegistrationBean<>(new InternalFilter(problems));
    filter.setEnabled(config.http().exposure() == Exposure.INTERNAL);
    filter.setOrder(BEFORE_ALL_OTHERS);
    return filter;
  }
}
