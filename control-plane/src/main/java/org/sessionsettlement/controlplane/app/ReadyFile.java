package org.sessionsettlement.controlplane.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Tells a supervisor where the service listens, once it does. */
final class ReadyFile {
  private ReadyFile() {}

  /** Writes it whole or not at all. */
  static void write(Path file, int port) throws IOException {
    var target = file.toAbsolutePath();
    var draft = Files.createTempFile(target.getParent(), "ready", ".tmp");
    long pid = ProcessHandle.current().pid();
    Files.writeString(draft, "{\"port\":" + port + ",\"pid\":" + pid + "}\n");
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
