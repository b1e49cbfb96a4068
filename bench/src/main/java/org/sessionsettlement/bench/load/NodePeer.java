package org.sessionsettlement.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A bare Node server that answers the same joins: see {@code bench/node-peer/server.mjs}. */
final class NodePeer implements AutoCloseable {
  private final Process process;
  private final InetSocketAddress address;

  private NodePeer(Process process, InetSocketAddress address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it on a free port.
   *
   * @param journal SQLite's journal_mode: delete or wal
   */
  static NodePeer start(Path folder, Path jwtSecret, int bookings, String journal)
      throws IOException {
    var process =
        new ProcessBuilder(
                "node",
                Path.of("bench", "node-peer", "server.mjs").toString(),
                folder.resolve("peer-" + journal + ".db").toString(),
                jwtSecret.toString(),
                Integer.toString(bookings),
                journal)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String port = firstLine(process.inputReader());
    return new NodePeer(
        process, new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(port)));
  }

  private static String firstLine(BufferedReader output) throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the Node peer does not start: run npm ci in bench/node-peer");
    }
    return line;
  }

  InetSocketAddress address() {
    return address;
  }

  double cpuSeconds() throws IOException {
    return Processes.cpuSeconds(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
