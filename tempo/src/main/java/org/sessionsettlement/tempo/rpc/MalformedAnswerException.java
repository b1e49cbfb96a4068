package org.sessionsettlement.tempo.rpc;

import org.jspecify.annotations.Nullable;

/**
 * The node (or something in between) answered what JSON-RPC does not allow, or more than is taken.
 */
public final class MalformedAnswerException extends RpcException {
  private static final long serialVersionUID = 1L;

  MalformedAnswerException(String message) {
    this(message, null);
  }

  MalformedAnswerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
