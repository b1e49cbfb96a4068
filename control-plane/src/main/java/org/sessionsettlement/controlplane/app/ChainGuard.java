package org.sessionsettlement.controlplane.app;

import java.util.function.LongSupplier;

/** Makes sure, once, that the node serves the chain that the settings name. */
final class ChainGuard {
  private final long expectedChainId;
  private final LongSupplier nodesChainId;
  private volatile boolean verified;

  ChainGuard(long expectedChainId, LongSupplier nodesChainId) {
    this.expectedChainId = expectedChainId;
    this.nodesChainId = nodesChainId;
  }

  /**
   * Asks the node unless it has answered before.
   *
   * @throws WrongSetting when it serves another chain
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
