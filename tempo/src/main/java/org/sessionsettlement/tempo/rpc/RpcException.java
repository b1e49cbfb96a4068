package org.sessionsettlement.tempo.rpc;

import org.jspecify.annotations.Nullable;

/** A request to the node that has no result; its subclasses say why. */
public abstract sealed class RpcException extends RuntimeException
    permits MalformedAnswerException,
        RevertedException,
        RpcErrorException,
        RpcUnavailableException,
        TransactionTimeoutException {
  private static final long serialVersionUID = 1L;

  RpcException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
