package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.catalina.core.StandardHost;
import org.sessionsettlement.controlplane.auth.AccessTokens;
import org.sessionsettlement.controlplane.auth.AuthController;
import org.sessionsettlement.controlplane.auth.AuthFilter;
import org.sessionsettlement.controlplane.auth.MessageSignatures;
import org.sessionsettlement.controlplane.auth.Nonces;
import org.sessionsettlement.controlplane.auth.PersonalMessageSignatures;
import org.sessionsettlement.controlplane.auth.RefreshTokens;
import org.sessionsettlement.controlplane.auth.SignIn;
import org.sessionsettlement.controlplane.auth.SigningKeys;
import org.sessionsettlement.controlplane.auth.Site;
import org.sessionsettlement.controlplane.auth.Tickets;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.ops.HealthController;
import org.sessionsettlement.controlplane.ops.HealthProbe;
import org.sessionsettlement.controlplane.signalling.Origins;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who knows whom at the HTTP edge: errors, body limits, sign-in. */
@Configuration(proxyBeanMethods = false)
class WebWiring {
  static final int BODY_LIMIT_ORDER = 0;
  static final int AUTH_ORDER = 1;

  @Bean
  ErrorPage errorPage() {
    return new ErrorPage();
  }

  @Bean
  HealthController healthController(List<HealthProbe> probes) {
    return new HealthController(probes);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
    return tomcat ->
        tomcat.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
              }
            });
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSockets() {
    return new WebSockets();
  }

  @Bean
  ProblemHandler problemHandler() {
    return new ProblemHandler();
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var filter = new FilterRegistrationBean<>(new BodyLimitFilter(problems));
    filter.setOrder(BODY_LIMIT_ORDER);
    return filter;
  }

  @Bean
  FilterRegistrationBean<AuthFilter> authFilter(
      AccessTokens tokens,
      Tickets tickets,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var filter = new FilterRegistrationBean<>(new AuthFilter(tokens, tickets, problems));
    filter.setOrder(AUTH_ORDER);
    return filter;
  }

  @Bean
  AccessTokens accessTokens(ServiceConfig config, InstantSource clock) {
    var secrets = config.signIn().jwtSecrets().stream().map(Secret::value).toList();
    return new AccessTokens(new SigningKeys(secrets), config.signIn().lifetimes(), clock);
  }

  @Bean
  RefreshTokens refreshTokens(Database database, InstantSource clock, ServiceConfig config) {
    return new RefreshTokens(database, clock, config.signIn().lifetimes());
  }

  @Bean
  Tickets tickets(Database database, InstantSource clock) {
    return new Tickets(database, clock);
  }

  @Bean
  Nonces nonces(Database database, InstantSource clock) {
    return new Nonces(database, clock);
  }

  @Bean
  MessageSignatures messageSignatures() {
    return new PersonalMessageSignatures();
  }

  @Bean
  AuthController authController(
      ServiceConfig config,
      ServletWebServerApplicationContext context,
      Nonces nonces,
      MessageSignatures signatures,
      AccessTokens tokens,
      RefreshTokens refreshTokens,
      Tickets tickets,
      TokenBuckets walletBuckets,
      InstantSource clock) {
    Supplier<Site> site = () -> site(config, context);
    return new AuthController(
        new SignIn(site, nonces, signatures, tokens, refreshTokens, walletBuckets, clock), tickets);
  }

  @Bean
  Origins origins(ServiceConfig config, ServletWebServerApplicationContext context) {
    return new Origins(
        () -> site(config, context).uri(), Set.copyOf(config.http().allowedOrigins()));
  }

  /** Asked for each time: with port 0 the domain is known only once the service listens. */
  private static Site site(ServiceConfig config, ServletWebServerApplicationContext context) {
    var server = context.getWebServer();
    String local = "localhost:" + (server == null ? config.http().port() : server.getPort());
    return Site.of(config.signIn().domain().orElse(local), config.chain().chainId());
  }

  @Bean
  BackgroundTick signInPruning(Nonces nonces, RefreshTokens refreshTokens, Tickets tickets) {
    return new BackgroundTick(
        "sign-in-pruning",
        Duration.ofMinutes(1),
        () -> {
          nonces.prune();
          tickets.prune();
          refreshTokens.prune();
        });
  }
}
