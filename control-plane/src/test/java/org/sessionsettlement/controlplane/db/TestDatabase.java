package org.sessionsettlement.controlplane.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One PostgreSQL for all tests of this JVM; every test class has a schema of its own. */
public final class TestDatabase {
  private static final EmbeddedDatabase SERVER = startServer();
  private static int schemas;

  private TestDatabase() {}

  /** An empty schema, named after the test class. */
  public static synchronized DatabaseSettings freshSchema(Class<?> test) {
    String schema = test.getSimpleName().toLowerCase(Locale.ROOT) + "_" + ++schemas;
    var admin = SERVER.settings();
    JdbcClient.create(new DriverManagerDataSource(admin.url(), admin.user(), admin.password()))
        .sql("create schema " + schema)
        .update();
    return new DatabaseSettings(
        admin.url() + "?currentSchema=" + schema, admin.user(), admin.password(), 8);
  }

  /** A migrated database in a schema of its own; the caller closes it. */
  public static Database open(Class<?> test) {
    return Database.open(freshSchema(test));
  }

  private static EmbeddedDatabase startServer() {
    try {
      Path directory = Files.createTempDirectory("settlement-test-db");
      var server = EmbeddedDatabase.start(directory.resolve("pg"), 0);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(EmbeddedDatabase server, Path directory) {
    try {
      server.close();
      try (var files = Files.walk(directory)) {
        files
            .sorted(java.util.Comparator.reverseOrder())
            .map(Path::toFile)
            .forEach(f -> f.delete());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
