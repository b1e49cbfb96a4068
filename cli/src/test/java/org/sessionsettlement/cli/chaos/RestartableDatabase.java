package org.sessionsettlement.cli.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.db.EmbeddedDatabase;

/** A real PostgreSQL that is stopped or killed and goes on from its data, at the same address. */
final class RestartableDatabase implements AutoCloseable {
  private final Path folder;
  private EmbeddedDatabase database;

  private RestartableDatabase(Path folder, EmbeddedDatabase database) {
    this.folder = folder;
    this.database = database;
  }

  static RestartableDatabase start(Path folder) throws IOException {
    return new RestartableDatabase(folder, EmbeddedDatabase.start(folder, 0));
  }

  synchronized DatabaseSettings settings() {
    return database.settings();
  }

  /** Ends it, waits, and starts it again. */
  synchronized void restart(boolean killed, Runnable pause) {
    try {
      int port = database.port();
      if (killed) {
        kill();
      }
      database.close();
      pause.run();
      database = EmbeddedDatabase.start(folder, port);
    } catch (IOException e) {
      throw new UncheckedIOException("the database does not come back", e);
    }
  }

  private void kill() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
    ProcessHandle.of(pid)
        .ifPresent(
            postmaster -> {
              postmaster.destroyForcibly();
              postmaster.onExit().join();
            });
  }

  @Override
  public synchronized void close() throws IOException {
    database.close();
  }
}
