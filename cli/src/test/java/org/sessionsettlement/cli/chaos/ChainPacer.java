package org.sessionsettlement.cli.chaos;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.localnet.AnvilClock;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** Makes the chain's time follow the service's, more or less. */
final class ChainPacer implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(120);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chain-pacer").factory());
  private final AnvilClock chain;
  private final ServiceTime time;
  private volatile long skewSeconds;

  private ChainPacer(TempoRpc rpc, ServiceTime time) {
    this.chain = new AnvilClock(rpc);
    this.time = time;
  }

  static ChainPacer start(TempoRpc rpc, ServiceTime time) {
    ChainPacer pacer = new ChainPacer(rpc, time);
    var _ =
        pacer.thread.scheduleWithFixedDelay(
            pacer::tick, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return pacer;
  }

  /** How far the chain is ahead from now on; where it is further, it goes on at the wall's pace. */
  void skew(long seconds) {
    skewSeconds = seconds;
  }

  /** Does what must not find the chain's time moved by somebody else. */
  synchronized void undisturbed(Runnable work) {
    work.run();
  }

  private synchronized void tick() {
    try {
      chain.moveTo(time.seconds() + skewSeconds);
    } catch (RpcException e) {
      // The chain is away, as chains are here; it is moved when it is back.
      return;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
