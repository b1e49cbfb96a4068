package org.sessionsettlement.cli.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sessionsettlement.cli.stack.ServiceProcess;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** One {@code settle serve} with its own line to the chain. */
final class Node implements AutoCloseable {
  private final ServiceProcess process;
  private final TroubledRpc rpc;
  private final Path readyFile;
  private boolean isMeantToRun = true;

  private Node(ServiceProcess process, TroubledRpc rpc, Path readyFile) {
    this.process = process;
    this.rpc = rpc;
    this.readyFile = readyFile;
  }

  static Node start(Map<String, String> environment, String url, TroubledRpc rpc, Path folder) {
    Path readyFile = folder.resolve("ready.json");
    return new Node(
        ServiceProcess.start(environment, url, folder.resolve("node.log")), rpc, readyFile);
  }

  String url() {
    return process.url();
  }

  TroubledRpc rpc() {
    return rpc;
  }

  void awaitReady() {
    process.awaitReady();
  }

  boolean isReady() {
    return process.isReady();
  }

  /** As {@code kill -9}. */
  synchronized void kill() {
    isMeantToRun = false;
    process.kill();
  }

  synchronized void stop() {
    isMeantToRun = false;
    process.stop();
  }

  synchronized void startAgain() {
    if (!isMeantToRun) {
      isMeantToRun = true;
      process.launchAgain();
    }
  }

  /** Does what a supervisor does: a node that ended by itself is started again. */
  synchronized void supervise() {
    if (isMeantToRun && !process.isAlive()) {
      process.launchAgain();
    }
  }

  /**
   * Stops and continues the process itself, which knows nothing of it; nothing where it is gone.
   */
  void freeze(Runnable pause) {
    signal("STOP");
    try {
      pause.run();
    } finally {
      signal("CONT");
    }
  }

  private void signal(String name) {
    try {
      if (Files.exists(readyFile)) {
        long pid = JsonValue.parse(Files.readString(readyFile)).get("pid").number();
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid));
        var _ = kill.redirectErrorStream(true).start().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.close();
    rpc.close();
  }
}
