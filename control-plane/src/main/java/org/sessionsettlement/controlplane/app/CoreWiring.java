package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sessionsettlement.controlplane.app.ServiceConfig.Exposure;
import org.sessionsettlement.controlplane.booking.BookingDirectory;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.db.BookingLocks;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.ops.Gaps;
import org.sessionsettlement.controlplane.ops.HealthProbe;
import org.sessionsettlement.controlplane.ops.LivenessPruning;
import org.sessionsettlement.controlplane.ops.LivenessRecorder;
import org.sessionsettlement.controlplane.oracle.NeededLiveness;
import org.sessionsettlement.controlplane.session.IceServers;
import org.sessionsettlement.controlplane.session.LeaseSweep;
import org.sessionsettlement.controlplane.session.Presence;
import org.sessionsettlement.controlplane.session.SessionController;
import org.sessionsettlement.controlplane.session.Sessions;
import org.sessionsettlement.controlplane.session.Standings;
import org.sessionsettlement.controlplane.session.TurnCredentials;
import org.sessionsettlement.controlplane.session.TurnServer;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Metric;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who knows whom: the service's own parts. What needs the chain is in {@link ChainWiring}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class CoreWiring {
  /** Offered for the pool's metrics; features use {@link Database}. */
  @Bean(destroyMethod = "")
  DataSource dataSource(Database database) {
    return database.dataSource();
  }

  @Bean
  BookingLocks bookingLocks(Database database) {
    return database.bookingLocks();
  }

  @Bean
  LivenessRecorder liveness(Database database, InstantSource clock, ServiceConfig config) {
    return new LivenessRecorder(database, clock, config.node().id());
  }

  /**
   * A node that no client can reach watches nobody: its rows would hide an outage of the others.
   */
  @Bean
  BackgroundTick livenessTick(LivenessRecorder liveness, ServiceConfig config) {
    boolean watches = config.http().exposure() == Exposure.PUBLIC;
    return new BackgroundTick(
        "liveness", Duration.ofSeconds(1), watches ? liveness::tick : () -> {});
  }

  @Bean
  BackgroundTick livenessPruning(Database database, LeaseSweep leases, InstantSource clock) {
    var needed = new NeededLiveness(database, leases, clock);
    var pruning = new LivenessPruning(database, needed::fromMs);
    return new BackgroundTick("liveness-pruning", Duration.ofMinutes(1), pruning::tick);
  }

  @Bean
  Gaps gaps(Database database) {
    return new Gaps(database);
  }

  @Bean
  BookingIds bookingIds(ServiceConfig config) {
    return new BookingIds(config.chain().escrow());
  }

  @Bean
  Sessions sessions(Database database, BookingDirectory bookings, InstantSource clock) {
    return new Sessions(database, bookings, clock);
  }

  @Bean
  Standings standings(Database database, Presence presence, BookingDirectory bookings, Gaps gaps) {
    return new Standings(database, presence, bookings, gaps::within);
  }

  @Bean
  SessionController sessionController(
      Sessions sessions, Standings standings, BookingIds bookingIds, IceServers iceServers) {
    return new SessionController(sessions, standings, bookingIds, iceServers);
  }

  @Bean
  IceServers iceServers(ServiceConfig config) {
    var turn = config.ice().turn().map(CoreWiring::turnServer);
    return new IceServers(config.ice().stunUrls(), turn);
  }

  private static TurnServer turnServer(ServiceConfig.Turn turn) {
    return new TurnServer(turn.urls(), new TurnCredentials(turn.secret().value()));
  }

  @Bean
  Presence presence(Database database, InstantSource clock) {
    return new Presence(database, clock);
  }

  @Bean
  LeaseSweep leaseSweep(Database database, InstantSource clock) {
    return new LeaseSweep(database, clock);
  }

  @Bean
  BackgroundTick leaseSweepTick(LeaseSweep sweep) {
    return new BackgroundTick("lease-sweep", Duration.ofSeconds(1), sweep::tick);
  }

  @Bean
  HealthProbe databaseProbe(Database database) {
    return new HealthProbe(
        "database",
        () ->
            "PostgreSQL "
                + database.jdbc().sql("show server_version").query(String.class).single());
  }

  @Bean
  HealthProbe chainProbe(TempoRpc rpc, ChainGuard guard) {
    return new HealthProbe(
        "chain",
        () -> {
          guard.verify();
          return "block " + rpc.blockNumber();
        });
  }

  @Bean
  BackgroundTicks backgroundTicks(
      List<BackgroundTick> ticks, List<TickPerEscrow> perEscrow, Meters meters) {
    var more = perEscrow.stream().flatMap(one -> one.ticks().stream());
    var all = Stream.concat(ticks.stream(), more).toList();
    all.forEach(tick -> meters.announce(Metric.BACKGROUND_FAILURES, tick.name()));
    return BackgroundTicks.start(
        all, tick -> meters.count(Metric.BACKGROUND_FAILURES, tick.name()));
  }
}
