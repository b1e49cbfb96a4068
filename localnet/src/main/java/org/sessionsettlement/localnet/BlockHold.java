package org.sessionsettlement.localnet;

import org.sessionsettlement.tempo.rpc.TempoRpc;

/** A time without blocks, see {@link LocalChain#holdBlocks}. */
public final class BlockHold implements AutoCloseable {
  private static final String AUTOMINE = "evm_setAutomine";

  private final TempoRpc rpc;
  private final ChainTicker ticker;

  BlockHold(TempoRpc rpc, ChainTicker ticker) {
    this.rpc = rpc;
    this.ticker = ticker;
    ticker.pause();
    rpc.request(AUTOMINE, false);
  }

  /** Blocks come again, the first at once with what has waited. */
  @Override
  public void close() {
    rpc.request(AUTOMINE, true);
    rpc.request("evm_mine");
    ticker.resume();
  }
}
