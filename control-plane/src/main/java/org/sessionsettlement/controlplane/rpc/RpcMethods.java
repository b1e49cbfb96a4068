package org.sessionsettlement.controlplane.rpc;

import java.util.Set;

/**
 * What a wallet in a page needs of a node. Nothing here reads or keeps state of the node itself,
 * nor is as costly as a search through logs or a trace.
 */
final class RpcMethods {
  private static final Set<String> ALLOWED =
      Set.of(
          "eth_blockNumber",
          "eth_call",
          "eth_chainId",
          "eth_estimateGas",
          "eth_feeHistory",
          "eth_gasPrice",
          "eth_getBalance",
          "eth_getBlockByNumber",
          "eth_getCode",
          "eth_getTransactionByHash",
          "eth_getTransactionCount",
          "eth_getTransactionReceipt",
          "eth_maxPriorityFeePerGas",
          "eth_sendRawTransaction",
          "eth_sendRawTransactionSync",
          "eth_simulateV1");

  private RpcMethods() {}

  static boolean isAllowed(String method) {
    return ALLOWED.contains(method);
  }
}
