package org.sessionsettlement.controlplane.app;

import java.util.Properties;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Sets logging up before anything is logged: the database is opened before Spring starts, and who
 * reads lines of JSON wants every line so.
 */
final class EarlyLogging {
  private EarlyLogging() {}

  static void begin(Properties properties) {
    // What an earlier service of this process set would stay.
    System.clearProperty(
        LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new PropertiesPropertySource("service", properties));
    var logging = logging();
    logging.getSystemProperties(environment).apply();
    logging.beforeInitialize();
    logging.initialize(new LoggingInitializationContext(environment), null, null);
  }

  /** Where the start failed; a service that ran does it itself. */
  static void end() {
    logging().cleanUp();
  }

  private static LoggingSystem logging() {
    return LoggingSystem.get(EarlyLogging.class.getClassLoader());
  }
}
