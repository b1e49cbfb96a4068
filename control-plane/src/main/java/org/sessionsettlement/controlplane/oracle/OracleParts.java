package org.sessionsettlement.controlplane.oracle;

import java.util.function.Supplier;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** The oracle's parts that touch chain and keys, for the one place that wires them. */
public final class OracleParts {
  private OracleParts() {}

  /** Asks for the chain's time, windows being judged by that of the trusted block. */
  public static Supplier<ChainTime> chainTime(TempoRpc rpc, BlockTag trusted) {
    return () -> RpcOracleChain.time(rpc, trusted);
  }

  /** Payloads of schema session-metrics/1 for this chain. */
  public static PayloadMaker payloads(long chainId) {
    return new EscrowPayloadMaker(chainId);
  }

  /**
   * The chain as the submitter needs it.
   *
   * @param feeToken the TIP-20 token that pays for gas
   */
  public static OracleChain chain(
      TempoRpc rpc,
      BlockTag trusted,
      long chainId,
      Address feeToken,
      OracleKeys keys,
      FeeCaps caps) {
    return new RpcOracleChain(rpc, trusted, new TransactionMaker(chainId, feeToken, keys, caps));
  }
}
