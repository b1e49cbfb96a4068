package org.sessionsettlement.localnet;

import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** The time of a chain that Anvil runs. From a moved time on it goes by the wall's pace again. */
public final class AnvilClock implements ChainClock {
  private final TempoRpc rpc;

  public AnvilClock(TempoRpc rpc) {
    this.rpc = rpc;
  }

  @Override
  public long nowSeconds() {
    return rpc.block(BlockTag.LATEST).timestampSeconds();
  }

  @Override
  public void moveTo(long unixSeconds) {
    if (nowSeconds() >= unixSeconds) {
      return;
    }
    try {
      rpc.request("evm_setNextBlockTimestamp", unixSeconds);
    } catch (RpcErrorException e) {
      // A block may have come in between, later than where we wanted to go: then we are there.
      if (nowSeconds() < unixSeconds) {
        throw e;
      }
    }
    rpc.request("evm_mine");
  }

  /**
   * Makes a chain that was stopped go on from its newest block: Anvil forgets, with its process,
   * how far its time was moved, and would date the next block before the last. To be called before
   * anything is mined.
   */
  void resumeFrom(long wallSeconds) {
    long aheadSeconds = nowSeconds() - wallSeconds;
    if (aheadSeconds > 0) {
      rpc.request("evm_increaseTime", aheadSeconds + 1);
    }
  }
}
