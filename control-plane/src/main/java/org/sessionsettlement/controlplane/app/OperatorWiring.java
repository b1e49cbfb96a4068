package org.sessionsettlement.controlplane.app;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.booking.Bookings;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.explain.HistoryController;
import org.sessionsettlement.controlplane.explain.Readers;
import org.sessionsettlement.controlplane.limit.ClientAddress;
import org.sessionsettlement.controlplane.limit.RateLimitFilter;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.limit.WrongTokenFilter;
import org.sessionsettlement.controlplane.operate.DueLooks;
import org.sessionsettlement.controlplane.operate.OperateController;
import org.sessionsettlement.controlplane.operate.OverrideController;
import org.sessionsettlement.controlplane.operate.StuckBookings;
import org.sessionsettlement.controlplane.oracle.Duties;
import org.sessionsettlement.controlplane.oracle.OracleChain;
import org.sessionsettlement.controlplane.oracle.OracleTelemetry;
import org.sessionsettlement.controlplane.oracle.Outbox;
import org.sessionsettlement.controlplane.oracle.Overrides;
import org.sessionsettlement.controlplane.oracle.Overriding;
import org.sessionsettlement.controlplane.oracle.ServiceToken;
import org.sessionsettlement.controlplane.oracle.Sweep;
import org.sessionsettlement.controlplane.oracle.Verdicts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who knows whom: what operators ask and do, and how often. */
@Configuration(proxyBeanMethods = false)
class OperatorWiring {
  private static final int ADDRESS_ORDER = WebWiring.BODY_LIMIT_ORDER - 1;
  private static final String OPERATOR_ROUTES = "/operator/";

  @Bean
  OperateController operateController(
      Database database, Sweep sweep, Duties duties, ServiceToken token, InstantSource clock) {
    return new OperateController(
        new DueLooks(database), new StuckBookings(database), sweep, duties, token, clock);
  }

  @Bean
  OverrideController overrideController(
      Database database,
      OracleChain chain,
      ServiceConfig config,
      OracleTelemetry telemetry,
      BookingIds ids,
      ServiceToken token,
      InstantSource clock) {
    var overriding =
        new Overriding(database, chain, config.operators().addresses(), telemetry, clock);
    return new OverrideController(overriding, ids, token, config.chain().chainId());
  }

  @Bean
  HistoryController historyController(
      Database database,
      Bookings bookings,
      BookingIds ids,
      Readers readers,
      ServiceConfig config,
      InstantSource clock) {
    return new HistoryController(
        bookings,
        new Verdicts(database),
        new Outbox(database),
        new Overrides(database),
        ids,
        readers,
        config.chain().chainId(),
        clock);
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> operatorPerAddress(
      ServiceConfig config,
      Ticker ticker,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var buckets = new TokenBuckets(config.operators().requestsPerAddress(), ticker);
    var filter = RateLimitFilter.by(OperatorWiring::operatorsAddress, buckets, problems);
    return LimitWiring.registered("operator-per-address", filter, "/*", ADDRESS_ORDER);
  }

  /** Of requests to the operator's routes, and of others that come with the service token. */
  private static Optional<String> operatorsAddress(HttpServletRequest request) {
    boolean isOperators =
        request.getRequestURI().startsWith(OPERATOR_ROUTES)
            || request.getHeader(ServiceToken.HEADER) != null;
    return isOperators ? Optional.of(ClientAddress.keyOf(request)) : Optional.empty();
  }

  @Bean
  FilterRegistrationBean<WrongTokenFilter> wrongTokensPerAddress(
      ServiceConfig config,
      Ticker ticker,
      ServiceToken token,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var buckets = new TokenBuckets(config.operators().wrongTokensPerAddress(), ticker);
    var filter = new WrongTokenFilter(ServiceToken.HEADER, token::matches, buckets, problems);
    return LimitWiring.registered("wrong-tokens-per-address", filter, "/*", ADDRESS_ORDER);
  }
}
