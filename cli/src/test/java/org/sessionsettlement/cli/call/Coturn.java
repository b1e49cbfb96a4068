package org.sessionsettlement.cli.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A real coturn with the configuration of {@code deploy/coturn}, on a free port. */
public final class Coturn implements AutoCloseable {
  public static final String SECRET = "a-secret-of-the-turn-server";
  public static final String REALM = "turn.example.org";

  private static final Path CONFIGURATION = Path.of("../deploy/coturn/turnserver.conf");
  private static final Set<String> REPLACED = Set.of("listening-port", "tls-listening-port");
  private static final int START_TRIES = 100;
  private static final int STOP_SECONDS = 5;

  private final Path folder;
  private final InetSocketAddress address;
  private final Process process;

  private Coturn(Path folder, InetSocketAddress address, Process process) {
    this.folder = folder;
    this.address = address;
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** As an operator runs it, but without TLS: on loopback, with relays on both families. */
  public static Coturn start() throws IOException {
    return start(InetAddress.ofLiteral("127.0.0.1"), List.of("relay-ip=127.0.0.1", "relay-ip=::1"));
  }

  /** For calls inside one machine: it relays to every address, also to those that are refused. */
  public static Coturn startForLocalPeers(InetAddress address) throws IOException {
    return start(
        address,
        List.of(
            "relay-ip=" + address.getHostAddress(),
            "verbose",
            "allow-loopback-peers",
            "allowed-peer-ip=0.0.0.0-255.255.255.255"));
  }

  private static Coturn start(InetAddress ip, List<String> more) throws IOException {
    var folder = Files.createTempDirectory("coturn");
    var address = new InetSocketAddress(ip, freePort(ip));
    var process =
        new ProcessBuilder("turnserver", "-c", configure(folder, address, more).toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    var coturn = new Coturn(folder, address, process);
    coturn.awaitAnswer();
    return coturn;
  }

  private static Path configure(Path folder, InetSocketAddress address, List<String> more)
      throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(CONFIGURATION));
    lines.removeIf(line -> REPLACED.contains(line.split("=", 2)[0]));
    lines.addAll(
        List.of(
            "listening-ip=" + address.getAddress().getHostAddress(),
            "listening-port=" + address.getPort(),
            "realm=" + REALM,
            "static-auth-secret=" + SECRET,
            "no-tls",
            "userdb=" + folder.resolve("db"),
            "pidfile=" + folder.resolve("pid")));
    lines.addAll(more);
    return Files.write(folder.resolve("turnserver.conf"), lines);
  }

  private static int freePort(InetAddress ip) throws IOException {
    try (var socket = new DatagramSocket(0, ip)) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() throws IOException {
    try (var client = new TurnClient(address)) {
      for (int i = 0; i < START_TRIES; i++) {
        if (client.answersBinding()) {
          return;
        }
      }
    }
    String log = log();
    close();
    throw new IllegalStateException("coturn does not answer:\n" + log);
  }

  /** Where clients reach it, over UDP and TCP. */
  public InetSocketAddress address() {
    return address;
  }

  /** All that it has logged so far. */
  public String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    delete();
  }

  private void delete() {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
