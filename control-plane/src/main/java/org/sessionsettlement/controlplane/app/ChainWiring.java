package org.sessionsettlement.controlplane.app;

import java.util.Optional;
import org.sessionsettlement.controlplane.booking.BookingDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who knows whom: indexer, booking, oracle, explain, and their ticks. */
@Configuration(proxyBeanMethods = false)
class ChainWiring {
  @Bean
  BookingDirectory bookingDirectory() {
    return key -> Optional.empty();
  }
}
