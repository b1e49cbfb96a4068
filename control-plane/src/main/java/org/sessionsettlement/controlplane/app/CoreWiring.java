package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.sessionsettlement.controlplane.db.BookingLocks;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.ops.DatabaseClock;
import org.sessionsettlement.controlplane.ops.LivenessRecorder;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who knows whom: the service's own parts. What needs the chain is in {@link ChainWiring}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class CoreWiring {
  @Bean
  Database database(ServiceConfig config) {
    return Database.open(config.database());
  }

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
  InstantSource clock(Database database) {
    return new DatabaseClock(database);
  }

  @Bean
  LivenessRecorder liveness(Database database, InstantSource clock, ServiceConfig config) {
    return new LivenessRecorder(database, clock, config.node().id());
  }

  @Bean
  BackgroundTick livenessTick(LivenessRecorder liveness) {
    return new BackgroundTick("liveness", Duration.ofSeconds(1), liveness::tick);
  }

  @Bean
  BackgroundTicks backgroundTicks(List<BackgroundTick> ticks) {
    return BackgroundTicks.start(ticks);
  }
}
