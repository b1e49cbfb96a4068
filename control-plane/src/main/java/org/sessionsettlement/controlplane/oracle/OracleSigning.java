package org.sessionsettlement.controlplane.oracle;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** The oracle's chain with keys that may change while it runs. */
public final class OracleSigning {
  private OracleSigning() {}

  /**
   * The chain as the submitter needs it.
   *
   * @param feeToken the TIP-20 token that pays for gas
   */
  public static OracleChain chain(
      TempoRpc rpc, BlockTag trusted, long chainId, Address feeToken, OracleKeys keys) {
    return new RpcOracleChain(rpc, trusted, new TransactionMaker(chainId, feeToken, keys));
  }
}
