package org.sessionsettlement.controlplane.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL of this process's own, durable, in a directory that survives it. */
public final class EmbeddedDatabase implements AutoCloseable {
  static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;
  private final PostgresWatchdog watchdog;

  private EmbeddedDatabase(EmbeddedPostgres postgres, PostgresWatchdog watchdog) {
    this.postgres = postgres;
    this.watchdog = watchdog;
  }

  /**
   * Starts a server on this data directory, or adopts one that still runs there; port 0 is any free
   * one. What the server says goes to a file of the directory's name with {@code .log} after it.
   *
   * @throws IOException when the server does not start, for example because another process owns
   *     the directory: then connect to that one by its URL
   */
  public static EmbeddedDatabase start(Path dataDirectory, int port) throws IOException {
    var orphan = PostmasterFile.read(dataDirectory).filter(PostmasterFile::isAlive);
    try {
      var postgres = builder(dataDirectory, orphan.map(PostmasterFile::port).orElse(port)).start();
      return new EmbeddedDatabase(postgres, PostgresWatchdog.over(dataDirectory));
    } catch (IllegalStateException e) {
      throw new IOException("no database can be started in " + dataDirectory, e);
    }
  }

  private static EmbeddedPostgres.Builder builder(Path dataDirectory, int port) {
    var log = ProcessBuilder.Redirect.appendTo(new File(dataDirectory + ".log"));
    return EmbeddedPostgres.builder()
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        .setDataDirectory(dataDirectory)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setPGStartupWait(START_LIMIT)
        // Zonky switches durability off; this database holds what payouts are decided from.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1");
  }

  public int port() {
    return postgres.getPort();
  }

  public DatabaseSettings settings() {
    return settings(port());
  }

  /** How to reach an embedded database on this port. */
  static DatabaseSettings settings(int port) {
    return new DatabaseSettings(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
  }

  /** Stops the server cleanly; the data stays. */
  @Override
  public void close() throws IOException {
    try {
      postgres.close();
    } finally {
      watchdog.close();
    }
  }
}
