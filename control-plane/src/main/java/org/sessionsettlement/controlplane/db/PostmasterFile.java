package org.sessionsettlement.controlplane.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a running server writes into its data directory as {@code postmaster.pid}.
 *
 * @param pid the first line
 * @param port the fourth line
 */
record PostmasterFile(long pid, int port) {
  private static final int PORT_LINE = 3;

  static Path in(Path dataDirectory) {
    return dataDirectory.resolve("postmaster.pid");
  }

  /** The file's content; empty where no server runs or it is only starting. */
  static Optional<PostmasterFile> read(Path dataDirectory) {
    try {
      var lines = Files.readAllLines(in(dataDirectory));
      long pid = Long.parseLong(lines.getFirst().strip());
      return Optional.of(new PostmasterFile(pid, Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  boolean isAlive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }
}
