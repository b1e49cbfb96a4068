package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.time.InstantSource;
import org.sessionsettlement.controlplane.app.ServiceConfig.ClockSource;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.ops.ChainClock;
import org.sessionsettlement.controlplane.ops.ChainHead;
import org.sessionsettlement.controlplane.ops.DatabaseClock;
import org.sessionsettlement.controlplane.telemetry.MeteredRpc;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.HttpTransport;
import org.sessionsettlement.tempo.rpc.JsonRpc;
import org.sessionsettlement.tempo.rpc.OkHttpTransport;
import org.sessionsettlement.tempo.rpc.PollClock;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.GenericApplicationContext;

/** What must stand before anything is wired: found wrong here, it is one clear line. */
record Ground(
    Database database,
    TempoRpc rpc,
    ChainGuard guard,
    Keyring keys,
    InstantSource clock,
    Meters meters)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ground.class);

  /** How long a start waits for its database: a machine that boots starts both at once. */
  static final Duration DATABASE_WAIT = Duration.ofSeconds(20);

  private static final Duration DATABASE_RETRY = Duration.ofSeconds(1);

  /**
   * @throws WrongSetting when a setting does not fit the world
   */
  static Ground of(ServiceConfig config) {
    var keys = Keyring.open(config.oracle());
    var meters = new Meters();
    var rpc = metered(new OkHttpTransport(config.chain().rpcUrl().toString()), "main", meters);
    var checks = EscrowCheck.of(config, keys);
    Runnable escrows = () -> checks.forEach(check -> check.verify(rpc));
    var guard = new ChainGuard(config.chain().chainId(), rpc::chainId, escrows);
    boolean chainAnswers = verify(guard);
    if (!chainAnswers && config.clock() == ClockSource.CHAIN) {
      throw new WrongSetting(
          "SETTLE_SERVICE_RPC_URL", "does not answer, and the clock is to be the chain's");
    }
    long chainId = config.chain().chainId();
    config.checks().witnessUrl().ifPresent(url -> WitnessEndpoint.verify(url, chainId));
    var database = open(config);
    InstantSource clock =
        config.clock() == ClockSource.CHAIN
            ? new ChainClock(InstantSource.system(), () -> headOf(rpc))
            : new DatabaseClock(database);
    return new Ground(database, rpc, guard, keys, clock, meters);
  }

  static TempoRpc metered(HttpTransport node, String endpoint, Meters meters) {
    var channel = new MeteredRpc(new JsonRpc(node), endpoint, meters, System::nanoTime);
    return new TempoRpc(channel, PollClock.SYSTEM);
  }

  /**
   * A node that is away does not keep presence from being recorded; a wrong one stops the start.
   */
  private static boolean verify(ChainGuard guard) {
    try {
      guard.verify();
      return true;
    } catch (RpcException e) {
      LOG.warn("the chain does not answer yet: {}", e.getMessage());
      return false;
    }
  }

  private static ChainHead headOf(TempoRpc rpc) {
    var block = rpc.block(BlockTag.LATEST);
    return new ChainHead(block.number(), block.timestampSeconds());
  }

  private static Database open(ServiceConfig config) {
    long endNanos = System.nanoTime() + DATABASE_WAIT.toNanos();
    while (true) {
      try {
        return Database.open(config.database());
      } catch (RuntimeException e) {
        if (Outage.codeOf(e).isEmpty() || System.nanoTime() > endNanos) {
          throw new WrongSetting(
              "SETTLE_SERVICE_DATABASE_URL", "names a database that cannot be used: " + rootOf(e));
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(DATABASE_RETRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the database", e);
    }
  }

  /** The innermost message, on one line. */
  private static String rootOf(Throwable e) {
    var cause = e.getCause();
    return cause == null ? String.valueOf(e.getMessage()).replaceAll("\\s+", " ") : rootOf(cause);
  }

  void registerIn(GenericApplicationContext context) {
    context.registerBean(Database.class, () -> database);
    context.registerBean(TempoRpc.class, () -> rpc);
    context.registerBean(ChainGuard.class, () -> guard);
    context.registerBean(Keyring.class, () -> keys);
    context.registerBean(Meters.class, () -> meters);
    if (clock instanceof ChainClock chainClock) {
      context.registerBean(ChainClock.class, () -> chainClock);
    } else {
      context.registerBean(InstantSource.class, () -> clock);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
