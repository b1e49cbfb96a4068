package org.sessionsettlement.tempo.rpc.endpoint;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import org.sessionsettlement.tempo.rpc.RpcRequest;

/** How often a method may reach a node for one answer. From the safest to the least safe. */
public enum MethodSafety {
  /** Reads; any number of times. */
  READ,
  /** The same signed bytes are the same transaction; the chain takes them once. */
  SEND,
  /** Changes something each time, or may do so: dev methods, filters, everything unknown. */
  ONCE;

  private static final Set<String> READS =
      Set.of(
          "eth_blockNumber",
          "eth_call",
          "eth_chainId",
          "eth_estimateGas",
          "eth_feeHistory",
          "eth_gasPrice",
          "eth_getBalance",
          "eth_getBlockByHash",
          "eth_getBlockByNumber",
          "eth_getBlockReceipts",
          "eth_getBlockTransactionCountByHash",
          "eth_getBlockTransactionCountByNumber",
          "eth_getCode",
          "eth_getLogs",
          "eth_getProof",
          "eth_getStorageAt",
          "eth_getTransactionByBlockHashAndIndex",
          "eth_getTransactionByBlockNumberAndIndex",
          "eth_getTransactionByHash",
          "eth_getTransactionBySenderAndNonce",
          "eth_getTransactionCount",
          "eth_getTransactionReceipt",
          "eth_maxPriorityFeePerGas",
          "eth_simulateV1",
          "eth_syncing",
          "net_version",
          "web3_clientVersion");

  private static final Set<String> SENDS =
      Set.of("eth_sendRawTransaction", "eth_sendRawTransactionSync");

  /** How safe a method is to repeat. */
  public static MethodSafety of(String method) {
    if (READS.contains(method)) {
      return READ;
    }
    return SENDS.contains(method) ? SEND : ONCE;
  }

  /** A batch is as safe as the least safe of its requests. */
  static MethodSafety of(Collection<RpcRequest> requests) {
    return requests.stream()
        .map(request -> of(request.method()))
        .max(Comparator.naturalOrder())
        .orElse(READ);
  }
}
