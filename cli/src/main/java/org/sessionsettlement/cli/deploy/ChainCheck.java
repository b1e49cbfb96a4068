package org.sessionsettlement.cli.deploy;

import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** Holds a node to the chain that was named. */
final class ChainCheck {
  private ChainCheck() {}

  static void require(TempoRpc rpc, long namedChainId) {
    long chainId = rpc.chainId();
    if (chainId != namedChainId) {
      throw Refusal.misconfigured(
          "wrong_chain", "the node is on chain " + chainId + ", not on chain " + namedChainId);
    }
  }
}
