package org.sessionsettlement.tempo.rpc;

import java.time.Duration;

/**
 * What one node is asked at a time.
 *
 * @param maxBatch the most requests in one HTTP request; what is more goes out in several
 * @param maxRequestBytes the most bytes of a batch in one HTTP request; a single request that is
 *     larger goes out alone
 * @param maxInFlight the most HTTP requests under way at once
 * @param inFlightWait how long a further one waits for its turn before it is a {@link
 *     RpcBusyException}
 */
public record RpcLimits(int maxBatch, int maxRequestBytes, int maxInFlight, Duration inFlightWait) {
  /** 500 requests, 1 MiB, 32 under way, 10 s. */
  public static final RpcLimits DEFAULT = new RpcLimits(500, 1 << 20, 32, Duration.ofSeconds(10));

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException when one of them lets nothing through
   */
  public RpcLimits {
    if (maxBatch < 1 || maxRequestBytes < 1 || maxInFlight < 1 || inFlightWait.isNegative()) {
      throw new IllegalArgumentException("a limit below one lets nothing through");
    }
  }

  /** The same with other batches. */
  public RpcLimits withMaxBatch(int requests) {
    return new RpcLimits(requests, maxRequestBytes, maxInFlight, inFlightWait);
  }

  /** The same with other request bodies. */
  public RpcLimits withMaxRequestBytes(int bytes) {
    return new RpcLimits(maxBatch, bytes, maxInFlight, inFlightWait);
  }

  /** The same with other bounds on what is under way. */
  public RpcLimits withInFlight(int requests, Duration wait) {
    return new RpcLimits(maxBatch, maxRequestBytes, requests, wait);
  }
}
