package org.sessionsettlement.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.bench.ServiceMain;
import org.sessionsettlement.controlplane.db.EmbeddedDatabase;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.localnet.SupervisedProcess;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** A service process on a durable PostgreSQL and a local chain on which nothing happens. */
final class ServiceUnderLoad implements AutoCloseable {
  /** Half a GiB of heap leaves half a GiB to all else; little young space makes short pauses. */
  static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC", "-Xmn48m");

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final String UNLIMITED = "1000000";

  private final EmbeddedDatabase database;
  private final LocalChain chain;
  private final SupervisedProcess process;
  private final JsonValue ready;
  private final Path folder;

  private ServiceUnderLoad(
      EmbeddedDatabase database,
      LocalChain chain,
      SupervisedProcess process,
      JsonValue ready,
      Path folder) {
    this.database = database;
    this.chain = chain;
    this.process = process;
    this.ready = ready;
    this.folder = folder;
  }

  /**
   * Starts all three, with fake bookings that begin now.
   *
   * @param folder where they keep what they write
   * @param jvm more options of the service's JVM
   */
  static ServiceUnderLoad start(Path folder, Path jwtSecret, int bookings, List<String> jvm)
      throws IOException {
    var chain = LocalChain.start(chainSettings(folder), InstantSource.system());
    var database = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
    FakeMirror.fill(database.settings(), bookings);
    var readyFile = folder.resolve("ready.json");
    var process =
        SupervisedProcess.start(
            new SupervisedProcess.Spec(
                "service",
                command(jvm),
                environment(chain, database, folder, jwtSecret),
                folder.resolve("service.log"),
                STOP_LIMIT));
    process.awaitReady(() -> Files.exists(readyFile), START_LIMIT);
    var ready = JsonValue.parse(Files.readString(readyFile));
    return new ServiceUnderLoad(database, chain, process, ready, folder);
  }

  private static LocalChain.Settings chainSettings(Path folder) {
    return new LocalChain.Settings(
        AnvilBinary.findFromWorkingDirectory(),
        FreePort.any(),
        Duration.ofSeconds(2),
        Optional.empty(),
        folder.resolve("anvil.log"));
  }

  private static List<String> command(List<String> jvm) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(jvm);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ServiceMain.class.getName()));
    return command;
  }

  /** All clients are one address here; the oracle would judge bookings that no chain has. */
  private static Map<String, String> environment(
      LocalChain chain, EmbeddedDatabase database, Path folder, Path jwtSecret) throws IOException {
    var environment = new HashMap<String, String>();
    environment.put("HTTP_PORT", "0");
    environment.put("DATABASE_URL", database.settings().url());
    environment.put("DATABASE_USER", database.settings().user());
    environment.put("RPC_URL", chain.rpcUrl());
    environment.put("CHAIN_ID", Long.toString(LocalChain.CHAIN_ID));
    environment.put("ESCROW", FakeMirror.ESCROW.toString());
    environment.put("ORACLE", "off");
    environment.put("KEEPER", "off");
    environment.put("JWT_SECRET_FILE", jwtSecret.toString());
    environment.put(
        "TOKEN_FILE", Files.writeString(folder.resolve("token"), "t".repeat(16)).toString());
    environment.put("LIMIT_JOIN_PER_ADDRESS", UNLIMITED);
    environment.put("LIMIT_JOIN_PER_WALLET", UNLIMITED);
    environment.put("READY_FILE", folder.resolve("ready.json").toString());
    var prefixed = new HashMap<String, String>();
    environment.forEach((name, value) -> prefixed.put("SETTLE_SERVICE_" + name, value));
    return prefixed;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(
        InetAddress.ofLiteral("127.0.0.1"), Math.toIntExact(ready.get("port").number()));
  }

  /** Processor time from now on. */
  Usage usage() throws IOException {
    return Usage.ofNow(ready.get("pid").number(), postmaster());
  }

  private long postmaster() throws IOException {
    var lines = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
    return Long.parseLong(lines.getFirst());
  }

  @Override
  public void close() throws IOException {
    process.close();
    database.close();
    chain.close();
  }
}
