package org.sessionsettlement.tempo.rpc;

import java.time.Duration;

/**
 * How long a request may take.
 *
 * @param connect to open a connection
 * @param read between two pieces of the answer
 * @param wholeCall from the first to the last byte
 */
public record RpcTimeouts(Duration connect, Duration read, Duration wholeCall) {
  /** 2 s, 10 s, 15 s. */
  public static final RpcTimeouts DEFAULT =
      new RpcTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(15));
}
