package org.sessionsettlement.tempo.rpc;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The node did not answer: refused, timed out, HTTP 5xx or 429. A read may be repeated; what was
 * sent may or may not have arrived.
 */
public sealed class RpcUnavailableException extends RpcException
    permits NoEndpointException, RpcBusyException {
  private static final long serialVersionUID = 1L;
  private final transient Optional<Duration> retryAfter;

  RpcUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.retryAfter = Optional.empty();
  }

  RpcUnavailableException(int status, Optional<Duration> retryAfter) {
    super("the node answers HTTP " + status, null);
    this.retryAfter = retryAfter;
  }

  /** How long the node asks to be left alone. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
