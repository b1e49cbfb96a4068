package org.sessionsettlement.tempo.rpc;

/** The node answered with a JSON-RPC error that is no revert. */
public final class RpcErrorException extends RpcException {
  private static final long serialVersionUID = 1L;

  /** JSON-RPC 2.0, section 5.1. */
  private static final long METHOD_NOT_FOUND = -32601;

  private final long code;
  private final RpcErrorKind kind;

  RpcErrorException(long code, String nodeMessage) {
    super("JSON-RPC error " + code + ": " + nodeMessage, null);
    this.code = code;
    this.kind = RpcErrorKind.of(code, nodeMessage);
  }

  static RpcErrorException methodNotFound(String method) {
    return new RpcErrorException(METHOD_NOT_FOUND, "Method not found: " + method);
  }

  /** The code of the JSON-RPC error, such as -32601 for an unknown method. */
  public long code() {
    return code;
  }

  /** What the node seems to mean; a hint, as {@link RpcErrorKind} says. */
  public RpcErrorKind kind() {
    return kind;
  }

  boolean isMethodNotFound() {
    return code == METHOD_NOT_FOUND;
  }
}
