package org.sessionsettlement.controlplane.app;

import java.time.InstantSource;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.booking.Bookings;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.explain.Readers;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.statement.StatementController;
import org.sessionsettlement.controlplane.statement.Statements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who knows whom: statements. */
@Configuration(proxyBeanMethods = false)
class StatementWiring {
  /** Refused ones count too; of the others a booking takes a few. */
  private static final int STATEMENTS_A_MINUTE_PER_WALLET = 20;

  @Bean
  StatementController statementController(
      Database database,
      Bookings bookings,
      BookingIds ids,
      Readers readers,
      Ticker ticker,
      InstantSource clock) {
    return new StatementController(
        bookings,
        ids,
        readers,
        new Statements(database, clock),
        new TokenBuckets(STATEMENTS_A_MINUTE_PER_WALLET, ticker));
  }
}
