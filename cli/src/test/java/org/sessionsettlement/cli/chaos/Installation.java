package org.sessionsettlement.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.sessionsettlement.cli.stack.Closers;
import org.sessionsettlement.cli.stack.LocalEscrow;
import org.sessionsettlement.cli.stack.ProjectHome;
import org.sessionsettlement.cli.stack.Secrets;
import org.sessionsettlement.cli.stack.ServiceEnvironment;
import org.sessionsettlement.cli.stack.StackFolder;
import org.sessionsettlement.cli.stack.StackSettings;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalDeployment;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * Real nodes on one real database and one real chain, as in production: the database's clock, keys
 * in files. Every part can be ended and started again, and all of it ends when this is closed.
 */
final class Installation implements AutoCloseable {
  /** Clients name it when they sign in, whichever node they talk to. */
  static final String DOMAIN = "chaos.test";

  private static final Duration CHAIN_LIMIT = Duration.ofSeconds(30);
  private static final String MANY = "1000000";

  private final Closers closers = new Closers();
  private final Path folder;
  private final Random random;
  private final List<Node> nodes = new ArrayList<>();
  private final RestartableDatabase database;
  private final ServiceTime time;
  private final RestartableChain chain;
  private final ChainPacer pacer;
  private final LocalDeployment deployment;

  private Installation(Path folder, Random random) throws IOException {
    this.folder = folder;
    this.random = random;
    try {
      this.database = closers.add(RestartableDatabase.start(folder.resolve("postgres")));
      this.time = ServiceTime.install(InstantSource.system(), database.settings());
      this.chain = closers.add(RestartableChain.start(folder));
      this.deployment =
          LocalDeployment.deploy(
              chain.chain().rpc(), DevAccounts.OWNER.account(), LocalEscrow.settings());
      this.pacer = closers.add(ChainPacer.start(TempoRpc.at(chain.chain().rpcUrl()), time));
    } catch (IOException | RuntimeException e) {
      closers.close();
      throw e;
    }
  }

  /** Database, chain and escrow; no node yet. */
  static Installation start(Path folder, Random random) throws IOException {
    return new Installation(folder, random);
  }

  /** One node more, which need not be ready yet. */
  Node addNode() throws IOException {
    TroubledRpc rpc = closers.add(TroubledRpc.to(chain.chain().rpcUrl(), random));
    String name = "node-" + nodes.size();
    Path own = Files.createDirectories(folder.resolve(name));
    int port = FreePort.any();
    Node node =
        closers.add(
            Node.start(environment(name, port, own, rpc), "http://localhost:" + port, rpc, own));
    nodes.add(node);
    return node;
  }

  private Map<String, String> environment(String name, int port, Path own, TroubledRpc rpc)
      throws IOException {
    Path keys = Files.createDirectories(folder.resolve("secrets"));
    Secrets secrets = Secrets.in(keys, DevAccounts.ORACLE.privateKey());
    Map<String, String> service = new HashMap<>();
    service.put("CLOCK", "database");
    service.put("NODE_ID", name);
    service.put("DOMAIN", DOMAIN);
    service.put("DEV_PAGE", "");
    service.put("READY_FILE", own.resolve("ready.json").toString());
    for (String limit :
        List.of("AUTH_PER_ADDRESS", "AUTH_PER_WALLET", "JOIN_PER_ADDRESS", "JOIN_PER_WALLET")) {
      service.put("LIMIT_" + limit, MANY);
    }
    StackSettings settings =
        new StackSettings(
            new StackFolder(own),
            AnvilBinary.find(ProjectHome.path()),
            port,
            0,
            0,
            Duration.ofMillis(250),
            Optional.empty(),
            LocalEscrow.settings(),
            service);
    return new ServiceEnvironment(settings, rpc.url(), deployment, settings(), secrets).variables();
  }

  /** Both clocks jump to that time, if it is later. */
  void jumpTo(long unixSeconds) {
    time.jumpTo(unixSeconds);
    Await.until(
        CHAIN_LIMIT,
        () -> rpc().block(BlockTag.LATEST).timestampSeconds() >= unixSeconds,
        () -> "the chain does not follow the service's clock");
  }

  /** The database with the clock that the nodes see. */
  DatabaseSettings settings() {
    return time.settings();
  }

  List<Node> nodes() {
    return nodes;
  }

  ServiceTime time() {
    return time;
  }

  RestartableChain chain() {
    return chain;
  }

  RestartableDatabase database() {
    return database;
  }

  ChainPacer pacer() {
    return pacer;
  }

  LocalDeployment deployment() {
    return deployment;
  }

  /** Straight to the chain. */
  TempoRpc rpc() {
    return chain.chain().rpc();
  }

  SessionEscrow escrow() {
    return new SessionEscrow(rpc(), deployment.escrow());
  }

  @Override
  public void close() {
    closers.close();
  }
}
