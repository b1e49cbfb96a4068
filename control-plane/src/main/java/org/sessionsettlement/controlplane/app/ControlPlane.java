package org.sessionsettlement.controlplane.app;

import java.util.Map;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The running service. */
public final class ControlPlane implements AutoCloseable {
  private final ServletWebServerApplicationContext context;

  private ControlPlane(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts the service and returns once it serves.
   *
   * @throws WrongSetting when a setting turns out wrong against the world, for example a chain id
   */
  public static ControlPlane start(ServiceConfig config) {
    return start(config, context -> {});
  }

  /** Starts with other parts in place of the real ones: a test registers them as primary beans. */
  static ControlPlane start(
      ServiceConfig config, ApplicationContextInitializer<GenericApplicationContext> parts) {
    var application = new SpringApplication(CoreWiring.class, ChainWiring.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setDefaultProperties(properties(config));
    application.setRegisterShutdownHook(false);
    application.addInitializers(
        context -> {
          var generic = (GenericApplicationContext) context;
          generic.registerBean(ServiceConfig.class, () -> config);
          parts.initialize(generic);
        });
    return new ControlPlane((ServletWebServerApplicationContext) application.run());
  }

  private static Properties properties(ServiceConfig config) {
    var properties = new Properties();
    properties.putAll(
        Map.of(
            "server.address", config.http().host(),
            "server.port", String.valueOf(config.http().port()),
            "server.shutdown", "graceful",
            "spring.main.banner-mode", "off",
            "spring.jackson.property-naming-strategy", "SNAKE_CASE",
            "spring.threads.virtual.enabled", "true",
            "spring.web.resources.add-mappings", "false",
            "management.endpoints.web.base-path", "/",
            "management.endpoints.web.exposure.include", "prometheus",
            "management.endpoints.web.path-mapping.prometheus", "metrics"));
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

  /** Finishes what runs and stops. */
  @Override
  public void close() {
    context.close();
  }
}
