package org.sessionsettlement.tempo.rpc;

import java.time.Duration;
import org.sessionsettlement.tempo.Hash32;

/**
 * A transaction was sent and no receipt came in time; it may still be mined until its valid_before.
 */
public final class TransactionTimeoutException extends RpcException {
  private static final long serialVersionUID = 1L;
  private final transient Hash32 hash;

  TransactionTimeoutException(Hash32 hash, Duration timeout) {
    super("no receipt for " + hash + " within " + timeout.toMillis() + " ms", null);
    this.hash = hash;
  }

  /** The transaction. */
  public Hash32 hash() {
    return hash;
  }
}
