package org.sessionsettlement.controlplane.db;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A small shell that outlives this process for a moment: it reads from a pipe that this process
 * holds open. However this process ends, the pipe closes, and the shell asks the server for a fast
 * shutdown, if the process that the data directory names is still the one it was started for.
 */
final class PostgresWatchdog implements AutoCloseable {
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      cat >/dev/null
      [ "$(head -n 1 "$2" 2>/dev/null)" = "$1" ] && kill -INT "$1"
      """;

  private final Process shell;

  private PostgresWatchdog(Process shell) {
    this.shell = shell;
  }

  static PostgresWatchdog over(Path dataDirectory) throws IOException {
    var running =
        PostmasterFile.read(dataDirectory)
            .orElseThrow(() -> new IOException("no server runs in " + dataDirectory));
    String pid = Long.toString(running.pid());
    String file = PostmasterFile.in(dataDirectory).toAbsolutePath().toString();
    return new PostgresWatchdog(
        new ProcessBuilder("sh", "-c", SCRIPT, "postgres-watchdog", pid, file)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  @Override
  public void close() throws IOException {
    shell.getOutputStream().close();
  }
}
