package org.sessionsettlement.controlplane.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.app.ServiceConfig.ClockSource;
import org.sessionsettlement.controlplane.app.ServiceConfig.LogFormat;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The running service. */
public final class ControlPlane implements AutoCloseable {
  /** A session of four hours has 2,880 heartbeats. */
  private static final int KEEP_ALIVE_REQUESTS = 10_000;

  private final ServletWebServerApplicationContext context;
  private final Ground ground;

  private ControlPlane(ServletWebServerApplicationContext context, Ground ground) {
    this.context = context;
    this.ground = ground;
  }

  /**
   * Starts the service and returns once it serves.
   *
   * @throws WrongSetting when a setting turns out wrong against the world: the database cannot be
   *     used, the node serves another chain, the port is taken
   */
  public static ControlPlane start(ServiceConfig config) {
    return start(config, context -> {});
  }

  /** Starts with other parts in place of the real ones: a test registers them as primary beans. */
  static ControlPlane start(
      ServiceConfig config, ApplicationContextInitializer<GenericApplicationContext> parts) {
    EarlyLogging.begin(properties(config));
    try {
      return started(config, Ground.of(config), parts);
    } catch (RuntimeException e) {
      EarlyLogging.end();
      throw e;
    }
  }

  private static ControlPlane started(
      ServiceConfig config,
      Ground ground,
      ApplicationContextInitializer<GenericApplicationContext> parts) {
    try {
      var context = (ServletWebServerApplicationContext) wired(config, ground, parts).run();
      return new ControlPlane(context, ground);
    } catch (RuntimeException e) {
      ground.close();
      throw portInUse(e).orElse(e);
    }
  }

  private static Optional<RuntimeException> portInUse(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .filter(PortInUseException.class::isInstance)
        .findFirst()
        .map(cause -> "is " + ((PortInUseException) cause).getPort() + ", which is in use")
        .map(what -> new WrongSetting("SETTLE_SERVICE_HTTP_PORT", what));
  }

  private static SpringApplication wired(
      ServiceConfig config,
      Ground ground,
      ApplicationContextInitializer<GenericApplicationContext> parts) {
    var application =
        new SpringApplication(
            CoreWiring.class,
            WebWiring.class,
            TelemetryWiring.class,
            LimitWiring.class,
            SignalWiring.class,
            ChainWiring.class,
            SigningWiring.class,
            OperatorWiring.class,
            IndexWiring.class,
            StatementWiring.class,
            NoticeWiring.class,
            PageWiring.class,
            MarketWiring.class);
    if (config.clock() == ClockSource.CHAIN) {
      application.addPrimarySources(List.of(LocalClockWiring.class));
    }
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setDefaultProperties(properties(config));
    application.setRegisterShutdownHook(false);
    application.addInitializers(
        context -> {
          var generic = (GenericApplicationContext) context;
          generic.registerBean(ServiceConfig.class, () -> config);
          ground.registerIn(generic);
          parts.initialize(generic);
        });
    return application;
  }

  private static Properties properties(ServiceConfig config) {
    var properties = new Properties();
    properties.putAll(
        Map.ofEntries(
            Map.entry("server.address", config.http().host()),
            Map.entry("server.port", String.valueOf(config.http().port())),
            Map.entry("server.tomcat.max-connections", config.http().maxConnections()),
            Map.entry("server.tomcat.max-keep-alive-requests", KEEP_ALIVE_REQUESTS),
            Map.entry("server.shutdown", "graceful"),
            // Never JSON: what is compressed beside what a caller chose tells of it (BREACH).
            Map.entry("server.compression.enabled", "true"),
            Map.entry("server.compression.mime-types", "text/html,text/javascript,text/css"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.jackson.property-naming-strategy", "SNAKE_CASE"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.web.resources.add-mappings", "false"),
            Map.entry("management.endpoints.web.base-path", "/"),
            Map.entry("management.endpoints.web.discovery.enabled", "false"),
            Map.entry("management.endpoints.web.exposure.include", "prometheus"),
            Map.entry("management.endpoints.web.path-mapping.prometheus", "metrics"),
            // Anybody can ask for what is not there; that is not worth a line each.
            Map.entry("logging.level.org.springframework.web.servlet.PageNotFound", "error"),
            // What was counted before there was a place to show it is known to be lost (Meters).
            Map.entry("logging.level.io.micrometer.core.instrument.composite", "error"),
            // What goes wrong at start is told by whoever called start.
            Map.entry("logging.level.org.springframework.boot.diagnostics", "off")));
    if (config.telemetry().logFormat() == LogFormat.JSON) {
      // Logstash's members are flat: what a line is about is beside its message.
      properties.put("logging.structured.format.console", "logstash");
    }
    return properties;
  }

  /** The port it listens on. */
  public int port() {
    var server = context.getWebServer();
    if (server == null) {
      throw new IllegalStateException("the service is not serving");
    }
    return server.getPort();
  }

  /** A part of the running service, for tests of this package. */
  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** Finishes what runs and stops. */
  @Override
  public void close() {
    context.close();
    ground.close();
  }
}
