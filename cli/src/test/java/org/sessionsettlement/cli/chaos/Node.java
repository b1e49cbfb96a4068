package org.sessionsettlement.cli.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
      signal(name, JsonValue.parse(Files.readString(readyFile)).get("pid").number());
    } catch (NoSuchFileException e) {
      // It has stopped, or is not ready yet.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was killed leaves its file behind, and its number to somebody else. */
  private static void signal(String name, long pid) throws IOException, InterruptedException {
    if (ProcessHandle.current().descendants().anyMatch(child -> child.pid() == pid)) {
      var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid));
      var _ = kill.redirectErrorStream(true).start().waitFor();
    }
  }

  @Override
  public void close() {
    process.close();
    rpc.close();
  }
}
