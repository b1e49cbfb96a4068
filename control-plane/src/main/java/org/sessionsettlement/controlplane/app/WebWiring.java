package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.apache.catalina.core.StandardHost;
import org.sessionsettlement.controlplane.auth.AccessTokens;
import org.sessionsettlement.controlplane.auth.AuthController;
import org.sessionsettlement.controlplane.auth.AuthFilter;
import org.sessionsettlement.controlplane.auth.MessageSignatures;
import org.sessionsettlement.controlplane.auth.Nonces;
import org.sessionsettlement.controlplane.auth.PersonalMessageSignatures;
import org.sessionsettlement.controlplane.auth.SignIn;
import org.sessionsettlement.controlplane.auth.Site;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.ops.HealthController;
import org.sessionsettlement.controlplane.ops.HealthProbe;
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
  private static final int BODY_LIMIT_ORDER = 0;
  private static final int AUTH_ORDER = 1;

  @Bean
  ErrorPage errorPage() {
    return new ErrorPage();
  }

  @Bean
  DevPage devPage(ServiceConfig config) {
    return new DevPage(config);
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
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var filter = new FilterRegistrationBean<>(new AuthFilter(tokens, problems));
    filter.setOrder(AUTH_ORDER);
    return filter;
  }

  @Bean
  AccessTokens accessTokens(ServiceConfig config, InstantSource clock) {
    return new AccessTokens(config.signIn().jwtSecret().value(), clock);
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
      InstantSource clock) {
    Supplier<Site> site = () -> site(config, context);
    return new AuthController(new SignIn(site, nonces, signatures, tokens, clock));
  }

  /** Asked for each time: with port 0 the domain is known only once the service listens. */
  private static Site site(ServiceConfig config, ServletWebServerApplicationContext context) {
    var server = context.getWebServer();
    String local = "localhost:" + (server == null ? config.http().port() : server.getPort());
    return Site.of(config.signIn().domain().orElse(local), config.chain().chainId());
  }

  @Bean
  BackgroundTick noncePruning(Nonces nonces) {
    return new BackgroundTick("nonce-pruning", Duration.ofMinutes(1), nonces::prune);
  }
}
