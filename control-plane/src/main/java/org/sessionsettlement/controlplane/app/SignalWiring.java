package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.time.InstantSource;
import org.sessionsettlement.controlplane.booking.BookingDirectory;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.session.HeartbeatBatch;
import org.sessionsettlement.controlplane.session.Sessions;
import org.sessionsettlement.controlplane.session.SocketSeats;
import org.sessionsettlement.controlplane.signalling.Origins;
import org.sessionsettlement.controlplane.signalling.SignalController;
import org.sessionsettlement.controlplane.signalling.Signalling;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who knows whom: sockets, and the heartbeats on them. */
@Configuration(proxyBeanMethods = false)
class SignalWiring {
  /**
   * A transaction a heartbeat would be too many; thousands of answers at once would hold up what
   * the parties say to each other.
   */
  private static final Duration FLUSH_EVERY = Duration.ofMillis(25);

  private static final Duration WATCH_EVERY = Duration.ofSeconds(1);

  @Bean
  HeartbeatBatch heartbeatBatch(Database database, Sessions sessions, InstantSource clock) {
    return new HeartbeatBatch(database, sessions, clock);
  }

  @Bean
  BackgroundTick heartbeatTick(HeartbeatBatch heartbeats) {
    return new BackgroundTick("heartbeats", FLUSH_EVERY, heartbeats::flush);
  }

  @Bean
  SocketSeats socketSeats(Database database, BookingDirectory bookings, InstantSource clock) {
    return new SocketSeats(database, bookings, clock);
  }

  @Bean(initMethod = "start")
  Signalling signalling(
      ServiceConfig config,
      SocketSeats seats,
      HeartbeatBatch heartbeats,
      InstantSource clock,
      Ticker ticker,
      Meters meters) {
    var signalling = new Signalling(config.database(), seats, heartbeats, clock, ticker);
    meters.gauge(Metric.SIGNAL_SOCKETS, signalling::sockets);
    return signalling;
  }

  @Bean
  BackgroundTick signallingTick(Signalling signalling) {
    return new BackgroundTick("signalling", WATCH_EVERY, signalling::tick);
  }

  @Bean
  SignalController signalController(
      Signalling signalling,
      SocketSeats seats,
      BookingIds bookingIds,
      Origins origins,
      ServiceConfig config,
      Ticker ticker) {
    var perWallet = new TokenBuckets(config.signIn().limits().socketPerWallet(), ticker);
    return new SignalController(signalling, seats, bookingIds, origins, perWallet);
  }
}
