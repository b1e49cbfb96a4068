package org.sessionsettlement.tempo.rpc;

/**
 * As many requests as {@link RpcLimits#maxInFlight} were under way for as long as we wait. This one
 * was not sent.
 */
public final class RpcBusyException extends RpcUnavailableException {
  private static final long serialVersionUID = 1L;

  RpcBusyException(String message) {
    super(message, null);
  }
}
