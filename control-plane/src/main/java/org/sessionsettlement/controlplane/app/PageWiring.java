package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.time.InstantSource;
import okhttp3.OkHttpClient;
import org.sessionsettlement.controlplane.booking.ServedEscrows;
import org.sessionsettlement.controlplane.limit.RateLimitFilter;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.rpc.RpcController;
import org.sessionsettlement.controlplane.rpc.RpcGate;
import org.sessionsettlement.tempo.rpc.OkHttpTransport;
import org.sessionsettlement.tempo.rpc.RpcTimeouts;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who knows whom: the browser app's pages, and what they alone ask for. */
@Configuration(proxyBeanMethods = false)
class PageWiring {
  private static final Duration ASK_ESCROW_EVERY = Duration.ofSeconds(5);
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
