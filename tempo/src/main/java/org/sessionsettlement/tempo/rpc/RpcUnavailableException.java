package org.sessionsettlement.tempo.rpc;

import org.jspecify.annotations.Nullable;

/**
 * The node did not answer: refused, timed out, HTTP 5xx or 429. A read may be repeated; what was
 * sent may or may not have arrived.
 */
public final class RpcUnavailableException extends RpcException {
  private static final long serialVersionUID = 1L;

  RpcUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
