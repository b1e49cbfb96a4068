package org.sessionsettlement.tempo.rpc;

import java.util.List;

/**
 * Whatever answers JSON-RPC requests: one node ({@link JsonRpc}), or several of them. Safe for
 * several threads.
 */
public interface RpcChannel {
  /**
   * One request; its result may be JSON's null.
   *
   * @throws RpcException whatever went wrong
   */
  JsonValue request(RpcRequest request);

  /**
   * Several requests; the outcomes stand in the order of the requests.
   *
   * @throws RpcException when nothing is known of any of them
   */
  List<RpcOutcome<JsonValue>> batch(List<RpcRequest> requests);
}
