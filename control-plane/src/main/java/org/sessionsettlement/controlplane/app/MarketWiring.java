package org.sessionsettlement.controlplane.app;

import java.time.InstantSource;
import org.sessionsettlement.controlplane.booking.Bookings;
import org.sessionsettlement.controlplane.booking.ServedEscrows;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.explain.DisputesController;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.market.HostsController;
import org.sessionsettlement.controlplane.market.RequestsController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who knows whom: hosts, their offers, requests, and the reviewer's queue. */
@Configuration(proxyBeanMethods = false)
class MarketWiring {
  private static final int CHANGES_A_MINUTE_PER_WALLET = 60;

  @Bean
  HostsController hostsController(
      Database database, ServedEscrows escrows, Ticker ticker, InstantSource clock) {
    var perWallet = new TokenBuckets(CHANGES_A_MINUTE_PER_WALLET, ticker);
    return new HostsController(database, escrows, perWallet, clock);
  }

  @Bean
  RequestsController requestsController(Database database, ServedEscrows escrows) {
    return new RequestsController(database, escrows);
  }

  @Bean
  DisputesController disputesController(Bookings bookings, ServedEscrows escrows) {
    return new DisputesController(bookings, escrows);
  }
}
