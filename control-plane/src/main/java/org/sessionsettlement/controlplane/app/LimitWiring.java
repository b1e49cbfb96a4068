package org.sessionsettlement.controlplane.app;

import jakarta.servlet.Filter;
import org.sessionsettlement.controlplane.limit.RateLimitFilter;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Which routes are limited, and by what: addresses before a body is read, wallets once known. */
@Configuration(proxyBeanMethods = false)
class LimitWiring {
  private static final int ADDRESS_ORDER = WebWiring.BODY_LIMIT_ORDER - 1;
  private static final int WALLET_ORDER = WebWiring.AUTH_ORDER + 1;
  private static final String AUTH = "/auth/*";
  private static final String TICKET = "/auth/ticket";
  private static final String JOIN = "/session/join";

  @Bean
  Ticker ticker() {
    return System::nanoTime;
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> authPerAddress(
      ServiceConfig config,
      Ticker ticker,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var buckets = new TokenBuckets(config.signIn().limits().authPerAddress(), ticker);
    var filter = RateLimitFilter.perAddress(buckets, problems);
    return registered("auth-per-address", filter, AUTH, ADDRESS_ORDER);
  }

  /** Spent by sign-ins and their refreshes too, once they have shown whose they are. */
  @Bean
  TokenBuckets walletBuckets(ServiceConfig config, Ticker ticker) {
    return new TokenBuckets(config.signIn().limits().authPerWallet(), ticker);
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> ticketPerWallet(
      TokenBuckets walletBuckets,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var filter = RateLimitFilter.perWallet(walletBuckets, problems);
    return registered("ticket-per-wallet", filter, TICKET, WALLET_ORDER);
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> joinPerAddress(
      ServiceConfig config,
      Ticker ticker,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var buckets = new TokenBuckets(config.signIn().limits().joinPerAddress(), ticker);
    var filter = RateLimitFilter.perAddress(buckets, problems);
    return registered("join-per-address", filter, JOIN, ADDRESS_ORDER);
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> joinPerWallet(
      ServiceConfig config,
      Ticker ticker,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var buckets = new TokenBuckets(config.signIn().limits().joinPerWallet(), ticker);
    var filter = RateLimitFilter.perWallet(buckets, problems);
    return registered("join-per-wallet", filter, JOIN, WALLET_ORDER);
  }

  /** Each with a name of its own: of two with one name, the second would not run. */
  static <F extends Filter> FilterRegistrationBean<F> registered(
      String name, F filter, String route, int order) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setName(name);
    registration.addUrlPatterns(route);
    registration.setOrder(order);
    return registration;
  }
}
