package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.sessionsettlement.controlplane.booking.BookingDirectory;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.booking.Bookings;
import org.sessionsettlement.controlplane.booking.ServedEscrows;
import org.sessionsettlement.controlplane.booking.Timeline;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.explain.ExplainController;
import org.sessionsettlement.controlplane.explain.Readers;
import org.sessionsettlement.controlplane.oracle.AttestController;
import org.sessionsettlement.controlplane.oracle.AttestNow;
import org.sessionsettlement.controlplane.oracle.ChainTime;
import org.sessionsettlement.controlplane.oracle.Duties;
import org.sessionsettlement.controlplane.oracle.Evaluator;
import org.sessionsettlement.controlplane.oracle.FeeCaps;
import org.sessionsettlement.controlplane.oracle.Keeper;
import org.sessionsettlement.controlplane.oracle.MetricsPayloads;
import org.sessionsettlement.controlplane.oracle.OracleChain;
import org.sessionsettlement.controlplane.oracle.OracleKeys;
import org.sessionsettlement.controlplane.oracle.OracleParts;
import org.sessionsettlement.controlplane.oracle.OracleTelemetry;
import org.sessionsettlement.controlplane.oracle.Outbox;
import org.sessionsettlement.controlplane.oracle.Overrides;
import org.sessionsettlement.controlplane.oracle.ServiceToken;
import org.sessionsettlement.controlplane.oracle.Submitter;
import org.sessionsettlement.controlplane.oracle.Sweep;
import org.sessionsettlement.controlplane.oracle.Verdicts;
import org.sessionsettlement.controlplane.oracle.Witness;
import org.sessionsettlement.controlplane.privacy.PresenceRetention;
import org.sessionsettlement.controlplane.session.MediaReports;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who knows whom: oracle, explain, and their ticks. */
@Configuration(proxyBeanMethods = false)
class ChainWiring {
  private static final Duration FOLLOW_EVERY = Duration.ofMillis(50);
  private static final Duration SUBMIT_EVERY = Duration.ofMillis(100);
  private static final Duration RETAIN_EVERY = Duration.ofMinutes(10);
  private static final Duration KEEP_EVERY = Duration.ofSeconds(1);

  static BlockTag trusted(ServiceConfig config) {
    return switch (config.chain().trustedBlock()) {
      case FINALIZED -> BlockTag.FINALIZED;
      case LATEST -> BlockTag.LATEST;
    };
  }

  @Bean
  ServiceToken serviceToken(ServiceConfig config) {
    return new ServiceToken(config.signIn().serviceToken().value());
  }

  static Supplier<ChainTime> chainTime(TempoRpc rpc, ServiceConfig config) {
    return OracleParts.chainTime(rpc, trusted(config));
  }

  @Bean
  OracleChain oracleChain(TempoRpc rpc, ServiceConfig config, OracleKeys keys, FeeCaps caps) {
    var chain = config.chain();
    return OracleParts.chain(rpc, trusted(config), chain.chainId(), chain.feeToken(), keys, caps);
  }

  /**
   * What wakes the ticks that carry a decision to the chain.
   *
   * @param decided something is to be signed
   * @param sent something is to be followed: on a fast chain its receipt is there at once
   */
  record OracleBells(Bell decided, Bell sent) {}

  @Bean
  OracleBells oracleBells() {
    return new OracleBells(new Bell(), new Bell());
  }

  @Bean
  Evaluator evaluator(
      Database database,
      TempoRpc rpc,
      ServiceConfig config,
      OracleTelemetry telemetry,
      OracleBells bells,
      InstantSource clock) {
    return new Evaluator(
        database,
        chainTime(rpc, config),
        OracleParts.payloads(config.chain().chainId()),
        telemetry,
        bells.decided()::ring,
        clock);
  }

  @Bean
  Duties duties(ServiceConfig config) {
    return new Duties(config.oracle().oracleOn(), config.oracle().keeperOn());
  }

  @Bean
  Submitter submitter(
      Database database,
      OracleChain chain,
      Witness witness,
      Duties duties,
      OracleTelemetry telemetry,
      OracleBells bells,
      InstantSource clock) {
    return new Submitter(database, chain, witness, duties, telemetry, bells.sent()::ring, clock);
  }

  @Bean
  BackgroundTick submitterTick(
      Submitter submitter, Duties duties, ChainGuard guard, OracleBells bells) {
    return oracleTick(
        "submitter",
        SUBMIT_EVERY,
        duties,
        guard.before(submitter::prepareDecided),
        bells.decided());
  }

  @Bean
  BackgroundTick followerTick(
      Submitter submitter, Duties duties, ChainGuard guard, OracleBells bells) {
    return oracleTick(
        "follower", FOLLOW_EVERY, duties, guard.before(submitter::followSent), bells.sent());
  }

  @Bean
  Sweep sweep(
      Database database, Evaluator evaluator, OracleTelemetry telemetry, InstantSource clock) {
    return new Sweep(database, evaluator, telemetry, clock);
  }

  @Bean(initMethod = "start")
  OracleScheduler oracleScheduler(
      Database database,
      ServiceConfig config,
      Sweep sweep,
      OracleTelemetry telemetry,
      ChainGuard guard,
      InstantSource clock) {
    return new OracleScheduler(database, config, sweep, telemetry, guard, clock);
  }

  @Bean
  BackgroundTick keeperTick(
      Database database,
      TempoRpc rpc,
      ServiceConfig config,
      Duties duties,
      InstantSource clock,
      ChainGuard guard) {
    var keeper = new Keeper(database, chainTime(rpc, config), clock);
    return tick("keeper", KEEP_EVERY, duties.keeps(), guard.before(keeper::tick));
  }

  @Bean
  BackgroundTick presenceRetention(
      Database database, TempoRpc rpc, ServiceConfig config, ChainGuard guard) {
    var time = chainTime(rpc, config);
    var retention =
        new PresenceRetention(
            database, config.privacy().presenceKeptFor(), () -> time.get().trustedSeconds());
    return new BackgroundTick("presence-retention", RETAIN_EVERY, guard.before(retention::tick));
  }

  private static BackgroundTick oracleTick(
      String name, Duration every, Duties duties, Runnable work, Bell bell) {
    boolean on = duties.attests() || duties.keeps();
    return new BackgroundTick(name, every, on ? work : () -> {}, bell);
  }

  private static BackgroundTick tick(String name, Duration every, boolean on, Runnable work) {
    return new BackgroundTick(name, every, on ? work : () -> {});
  }

  @Bean
  AttestController attestController(
      Database database,
      BookingDirectory bookings,
      Evaluator evaluator,
      Submitter submitter,
      Duties duties,
      BookingIds ids,
      ServiceToken token) {
    return new AttestController(
        new AttestNow(database, bookings, evaluator, submitter, duties), ids, token);
  }

  @Bean
  Readers readers(ServedEscrows escrows, ServiceToken token) {
    return new Readers(token, escrow -> escrows.require(escrow).owner());
  }

  @Bean
  ExplainController explainController(
      Database database, Bookings bookings, BookingIds ids, Readers readers, InstantSource clock) {
    return new ExplainController(
        bookings,
        new Timeline(database),
        new Verdicts(database),
        new Outbox(database),
        new Overrides(database),
        new MetricsPayloads(database),
        new MediaReports(database),
        ids,
        readers,
        clock);
  }
}
