package org.sessionsettlement.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a stack keeps everything: one folder, so that a copy of it is a backup and its removal a
 * fresh start.
 *
 * @param root the folder itself
 */
public record StackFolder(Path root) {

  /**
   * Makes the folder and its parts where they are missing.
   *
   * @throws IOException when it cannot be written
   */
  public StackFolder create() throws IOException {
    Files.createDirectories(logs());
    Files.createDirectories(root.resolve("chain"));
    Files.createDirectories(secrets());
    return this;
  }

  Path chainState() {
    return root.resolve("chain/state.json");
  }

  Path deployment() {
    return root.resolve("chain/deployment.properties");
  }

  Path database() {
    return root.resolve("postgres");
  }

  Path secrets() {
    return root.resolve("secrets");
  }

  Path logs() {
    return root.resolve("logs");
  }

  Path readyFile() {
    return root.resolve("service.ready");
  }

  Path devPage() {
    return root.resolve("dev-page.json");
  }

  Path lock() {
    return root.resolve("lock");
  }

  /**
   * What runs where, for {@code settle time}, scripts and the curious; there only while the stack
   * runs.
   */
  public Path endpoints() {
    return root.resolve("endpoints.json");
  }
}
