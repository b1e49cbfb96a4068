package org.sessionsettlement.localnet;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * Mines a block every so often, so that chain time passes although nobody sends anything; Anvil
 * itself mines as soon as a transaction comes.
 *
 * <p>Anvil's own interval is not used: it would date a block before {@link AnvilClock#resumeFrom}
 * could be called.
 */
final class ChainTicker implements AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chain-ticker").factory());
  private final TempoRpc rpc;
  private volatile boolean paused;

  private ChainTicker(TempoRpc rpc) {
    this.rpc = rpc;
  }

  static ChainTicker start(TempoRpc rpc, Duration interval) {
    ChainTicker ticker = new ChainTicker(rpc);
    long millis = interval.toMillis();
    var _ =
        ticker.thread.scheduleWithFixedDelay(ticker::tick, millis, millis, TimeUnit.MILLISECONDS);
    return ticker;
  }

  void pause() {
    paused = true;
  }

  void resume() {
    paused = false;
  }

  private void tick() {
    if (paused) {
      return;
    }
    try {
      rpc.request("evm_mine");
    } catch (RpcException e) {
      // A busy chain misses a tick and gets the next; a dead one is noticed by those who use it.
      return;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
