package org.sessionsettlement.bench.oracle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.localnet.BlockHold;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** Blocks at fixed intervals, and none when a transaction comes, until it is closed. */
final class BlocksEvery implements AutoCloseable {
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final BlockHold hold;

  BlocksEvery(LocalChain chain, Duration interval) {
    TempoRpc rpc = chain.rpc();
    this.hold = chain.holdBlocks();
    long millis = interval.toMillis();
    var _ =
        thread.scheduleAtFixedRate(
            () -> rpc.request("evm_mine"), millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.close();
    hold.close();
  }
}
