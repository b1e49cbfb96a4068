package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.time.InstantSource;
import okhttp3.OkHttpClient;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.booking.ServedEscrows;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.limit.RateLimitFilter;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.live.EventsController;
import org.sessionsettlement.controlplane.live.LiveFeed;
import org.sessionsettlement.controlplane.rpc.RpcController;
import org.sessionsettlement.controlplane.rpc.RpcGate;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Metric;
import org.sessionsettlement.tempo.rpc.OkHttpTransport;
import org.sessionsettlement.tempo.rpc.RpcTimeouts;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who knows whom: the browser app's pages, and what they alone ask for. */
@Configuration(proxyBeanMethods = false)
class PageWiring {
  private static final Duration ASK_ESCROW_EVERY = Duration.ofSeconds(5);
  private static final Duration LOOK_FOR_EVENTS_EVERY = Duration.ofSeconds(2);
  private static final int ADDRESS_ORDER = WebWiring.BODY_LIMIT_ORDER - 1;

  /** An answer to a page is a booking, a receipt, a block without its transactions. */
  private static final long MOST_RPC_ANSWER_BYTES = 1 << 20;

  @Bean
  WebApp webApp() {
    return new WebApp();
  }

  @Bean
  DevPage devPage() {
    return new DevPage();
  }

  @Bean
  EscrowFacts escrowFacts(ServiceConfig config, TempoRpc rpc, ServedEscrows escrows) {
    return new EscrowFacts(rpc, escrows.require(config.chain().escrow()));
  }

  @Bean
  BackgroundTick escrowFactsTick(EscrowFacts facts, ChainGuard guard) {
    return new BackgroundTick("escrow-facts", ASK_ESCROW_EVERY, guard.before(facts::tick));
  }

  @Bean
  AboutController aboutController(ServiceConfig config, EscrowFacts facts, InstantSource clock) {
    return new AboutController(config, facts, clock);
  }

  @Bean
  RpcController rpcController(ServiceConfig config) {
    var node =
        new OkHttpTransport(
            new OkHttpClient(),
            config.chain().rpcUrl().toString(),
            RpcTimeouts.DEFAULT,
            MOST_RPC_ANSWER_BYTES);
    return new RpcController(new RpcGate(node));
  }

  @Bean(initMethod = "start")
  LiveFeed liveFeed(Database database, ServiceConfig config, Meters meters) {
    var feed = new LiveFeed(database, config.database());
    meters.gauge(Metric.EVENT_STREAMS, feed::streams);
    return feed;
  }

  /** Before the server waits for requests to end: these would not. */
  @Bean
  ApplicationListener<ContextClosedEvent> endOfStreams(LiveFeed feed) {
    return closed -> feed.endStreams();
  }

  @Bean
  BackgroundTick liveFeedTick(LiveFeed feed) {
    return new BackgroundTick("live-feed", LOOK_FOR_EVENTS_EVERY, feed::wake);
  }

  @Bean
  EventsController eventsController(LiveFeed feed, BookingIds bookings) {
    return new EventsController(feed, bookings);
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> eventsPerAddress(
      ServiceConfig config,
      Ticker ticker,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var buckets = new TokenBuckets(config.signIn().limits().eventsPerAddress(), ticker);
    var filter = RateLimitFilter.perAddress(buckets, problems);
    return LimitWiring.registered("events-per-address", filter, "/events", ADDRESS_ORDER);
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> rpcPerAddress(
      ServiceConfig config,
      Ticker ticker,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var buckets = new TokenBuckets(config.signIn().limits().rpcPerAddress(), ticker);
    var filter = RateLimitFilter.perAddress(buckets, problems);
    return LimitWiring.registered("rpc-per-address", filter, "/rpc", ADDRESS_ORDER);
  }
}
