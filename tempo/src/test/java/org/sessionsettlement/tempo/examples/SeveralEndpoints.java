package org.sessionsettlement.tempo.examples;

import java.time.Duration;
import java.util.List;
import org.sessionsettlement.tempo.rpc.RpcLimits;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.rpc.endpoint.Endpoints;
import org.sessionsettlement.tempo.rpc.endpoint.PoolPolicy;
import org.sessionsettlement.tempo.rpc.endpoint.RetryPolicy;

/** Uses several nodes of one chain as one, in order of preference. */
public final class SeveralEndpoints {
  private static final RetryPolicy PATIENT =
      new RetryPolicy(5, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(10));

  private SeveralEndpoints() {}

  /** Arguments: the chain's id, then the nodes' http addresses. */
  public static void main(String[] args) {
    List<String> urls = List.of(args).subList(1, args.length);
    System.out.println("block " + run(Long.parseLong(args[0]), urls));
  }

  /** The newest block's number, from the first node that can be believed. */
  static long run(long chainId, List<String> urls) {
    Endpoints endpoints =
        Endpoints.ofChain(chainId)
            .policy(PoolPolicy.ofChain(chainId).withMaxLagBlocks(2))
            .limits(RpcLimits.DEFAULT.withMaxBatch(200))
            .retry(PATIENT);
    urls.forEach(endpoints::node);
    TempoRpc rpc = endpoints.rpc();
    return rpc.blockNumber();
  }
}
