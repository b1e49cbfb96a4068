package org.sessionsettlement.tempo.rpc;

/** The node answered with a JSON-RPC error that is no revert. */
public final class RpcErrorException extends RpcException {
  private static final long serialVersionUID = 1L;
  private final long code;

  RpcErrorException(long code, String nodeMessage) {
    super("JSON-RPC error " + code + ": " + nodeMessage, null);
    this.code = code;
  }

  /** The code of the JSON-RPC error, such as -32601 for an unknown method. */
  public long code() {
    return code;
  }
}
