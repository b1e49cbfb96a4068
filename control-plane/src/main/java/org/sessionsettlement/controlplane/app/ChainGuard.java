package org.sessionsettlement.controlplane.app;

import java.util.function.LongSupplier;

/** Makes sure, once, that the node serves the chain that the settings name, and what is on it. */
final class ChainGuard {
  private final long expectedChainId;
  private final LongSupplier nodesChainId;
  private final Runnable whatIsOnIt;
  private volatile boolean verified;

  /**
   * @param whatIsOnIt throws a {@link WrongSetting} when the right chain has not what is expected
   */
  ChainGuard(long expectedChainId, LongSupplier nodesChainId, Runnable whatIsOnIt) {
    this.expectedChainId = expectedChainId;
    this.nodesChainId = nodesChainId;
    this.whatIsOnIt = whatIsOnIt;
  }

  /**
   * Asks the node unless it has answered before.
   *
   * @throws WrongSetting when it serves another chain, or the wrong things are on it
   */
  void verify() {
    if (verified) {
      return;
    }
    long chainId = nodesChainId.getAsLong();
    if (chainId != expectedChainId) {
      String what = "is " + expectedChainId + ", but the node serves chain " + chainId;
      throw new WrongSetting("SETTLE_SERVICE_CHAIN_ID", what);
    }
    whatIsOnIt.run();
    verified = true;
  }

  /** The work, never done against the wrong chain: the node may have been away at start. */
  Runnable before(Runnable work) {
    return () -> {
      verify();
      work.run();
    };
  }
}
