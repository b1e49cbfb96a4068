package org.sessionsettlement.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sessionsettlement.cli.lock.ProcessLock;

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

  /**
   * Keeps a second stack off the folder, until this is closed or the process ends.
   *
   * @throws StackException when another process, or another stack of this one, has the folder
   */
  ProcessLock take() throws IOException {
    Optional<ProcessLock> lock = ProcessLock.take(lock());
    if (lock.isEmpty()) {
      throw new StackException(
          "a stack is running on " + root + " already (" + ProcessLock.holder(lock()) + ")");
    }
    return lock.get();
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

  /** The operator's token of the stack's service. */
  public Path serviceToken() {
    return Secrets.serviceToken(secrets());
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

  private Path lock() {
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
