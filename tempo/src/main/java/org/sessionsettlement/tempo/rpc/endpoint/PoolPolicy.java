package org.sessionsettlement.tempo.rpc.endpoint;

import java.time.Duration;

/**
 * When an endpoint is believed.
 *
 * @param chainId of the chain; an endpoint of another one is excluded for good
 * @param maxLagBlocks how far an endpoint's finalized block may be behind the highest that any
 *     endpoint has shown
 * @param probeEvery how old the knowledge of a working endpoint's heads may become
 * @param probeDownEvery how long an endpoint that failed is left alone while others work
 */
public record PoolPolicy(
    long chainId, long maxLagBlocks, Duration probeEvery, Duration probeDownEvery) {
  /** Four blocks (2 s); looked at every 2 s, and every 15 s once it has failed. */
  public static PoolPolicy ofChain(long chainId) {
    return new PoolPolicy(chainId, 4, Duration.ofSeconds(2), Duration.ofSeconds(15));
  }

  /** The same with another lag. */
  public PoolPolicy withMaxLagBlocks(long blocks) {
    return new PoolPolicy(chainId, blocks, probeEvery, probeDownEvery);
  }

  /** The same with other intervals. */
  public PoolPolicy withProbes(Duration every, Duration downEvery) {
    return new PoolPolicy(chainId, maxLagBlocks, every, downEvery);
  }
}
