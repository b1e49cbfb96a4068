package org.sessionsettlement.controlplane.indexer;

import java.util.Optional;
import org.sessionsettlement.tempo.rpc.HttpTransport;
import org.sessionsettlement.tempo.rpc.JsonRpc;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.RpcRequest;

/** What a node's refusals become, made by the client that reads them. */
final class NodeErrors {
  private NodeErrors() {}

  static RpcException unknownBlock() {
    return of(
        200,
        "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32000,\"message\":\"unknown block\"}}");
  }

  static RpcException rangeTooLarge() {
    return of(
        200,
        "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32005,\"message\":\"block range is too large\"}}");
  }

  static RpcException noAnswer() {
    return of(503, "");
  }

  private static RpcException of(int status, String body) {
    var answer = new HttpTransport.Answer(status, body, Optional.empty());
    try {
      new JsonRpc(request -> answer).request(RpcRequest.of("eth_getLogs"));
    } catch (RpcException e) {
      return e;
    }
    throw new AssertionError("no error");
  }
}
