package org.sessionsettlement.cli.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.cli.stack.LocalEscrow;
import org.sessionsettlement.cli.stack.LocalSession;
import org.sessionsettlement.cli.stack.ProjectHome;
import org.sessionsettlement.cli.stack.ServiceClock;
import org.sessionsettlement.cli.stack.Stack;
import org.sessionsettlement.cli.stack.StackFolder;
import org.sessionsettlement.cli.stack.StackSettings;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;
import org.sessionsettlement.localnet.FreePort;

/**
 * The real service on a local chain and a real database, with a real TURN server, and a session of
 * four hours that has begun. One for all tests of calls; it ends with the JVM.
 */
final class CallStack {
  static final DevAccount HOST = DevAccounts.HOSTS.getFirst();
  static final DevAccount GUEST = DevAccounts.GUESTS.getFirst();

  private static final int SESSION_MINUTES = 240;
  private static Optional<CallStack> shared = Optional.empty();

  private final Path folder;
  private final Coturn coturn;
  private final CutProxy network;
  private final Stack stack;
  private final String bookingId;

  private CallStack(Path folder, Coturn coturn, CutProxy network, Stack stack, String bookingId) {
    this.folder = folder;
    this.coturn = coturn;
    this.network = network;
    this.stack = stack;
    this.bookingId = bookingId;
  }

  static synchronized CallStack shared() {
    if (shared.isEmpty()) {
      var started = start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      shared = Optional.of(started);
    }
    return shared.get();
  }

  private static CallStack start() {
    try {
      Path folder = Files.createTempDirectory("settlement-calls");
      Coturn coturn = Coturn.startForLocalPeers(ownAddress());
      Path secret = Files.writeString(folder.resolve("turn.secret"), Coturn.SECRET);
      int httpPort = FreePort.any();
      CutProxy network = CutProxy.to(httpPort);
      var stack =
          Stack.start(settings(folder, httpPort, service(coturn, network, secret)), now -> {});
      return new CallStack(folder, coturn, network, stack, book(stack));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An address of this machine that others could reach: WebRTC gathers none of loopback. */
  private static InetAddress ownAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .findFirst()
        .orElseThrow(() -> new IOException("this machine has loopback alone"));
  }

  private static StackSettings settings(Path folder, int httpPort, Map<String, String> service) {
    return new StackSettings(
        new StackFolder(folder.resolve("data")),
        AnvilBinary.find(ProjectHome.path()),
        httpPort,
        FreePort.any(),
        0,
        Duration.ofMillis(500),
        Optional.empty(),
        LocalEscrow.settings(),
        service);
  }

  private static Map<String, String> service(Coturn coturn, CutProxy network, Path secret) {
    String turn =
        "turn:" + coturn.address().getAddress().getHostAddress() + ":" + coturn.address().getPort();
    return Map.of(
        "DOMAIN", "localhost:" + network.port(),
        "TURN_URLS", turn + "?transport=udp",
        "TURN_SECRET_FILE", secret.toString(),
        "LIMIT_AUTH_PER_WALLET", "1000",
        "LIMIT_AUTH_PER_ADDRESS", "10000",
        "LIMIT_JOIN_PER_WALLET", "1000",
        "LIMIT_SOCKET_PER_WALLET", "1000");
  }

  private static String book(Stack stack) {
    var session = new LocalSession(stack.chain().rpc(), stack.deployment().escrow());
    var clock = new ServiceClock(stack.service().url());
    return Long.toString(session.begin(HOST, GUEST, SESSION_MINUTES, stack.chain().clock(), clock));
  }

  Stack stack() {
    return stack;
  }

  String bookingId() {
    return bookingId;
  }

  /** Where the parties reach the service: through the network that can be cut. */
  String url() {
    return "http://localhost:" + network.port();
  }

  CutProxy network() {
    return network;
  }

  Stays stays() {
    return new Stays(stack.endpoints().databaseUrl());
  }

  /** The service's time. */
  long nowMs() {
    return stack.chain().clock().nowSeconds() * 1_000;
  }

  String turnLog() throws IOException {
    return coturn.log();
  }

  /** {@code settle call} as this party. */
  CallProcess call(DevAccount wallet, String... options) throws IOException {
    Path key = folder.resolve(wallet.name().replace(' ', '-') + ".key");
    Files.writeString(key, wallet.privateKey());
    var all = new ArrayList<>(List.of(bookingId, "--service", url(), "--key-file", key.toString()));
    all.addAll(List.of(options));
    return CallProcess.start(folder.resolve("call.err"), all.toArray(String[]::new));
  }

  private void close() {
    stack.close();
    network.close();
    coturn.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
