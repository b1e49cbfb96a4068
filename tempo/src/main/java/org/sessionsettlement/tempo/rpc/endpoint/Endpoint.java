package org.sessionsettlement.tempo.rpc.endpoint;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.PollClock;
import org.sessionsettlement.tempo.rpc.RpcChannel;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.RpcOutcome;
import org.sessionsettlement.tempo.rpc.RpcRequest;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;

/** One of a pool's nodes, and what is known of it. */
final class Endpoint {
  private static final List<RpcRequest> PROBE =
      List.of(
          RpcRequest.of("eth_chainId"),
          RpcRequest.of("eth_getBlockByNumber", "finalized", false),
          RpcRequest.of("eth_blockNumber"));

  private final String host;
  private final RpcChannel channel;
  private final PoolPolicy policy;
  private final PollClock clock;
  private final AtomicReference<Health> health = new AtomicReference<>(Health.UNKNOWN);

  Endpoint(String host, RpcChannel channel, PoolPolicy policy, PollClock clock) {
    this.host = host;
    this.channel = channel;
    this.policy = policy;
    this.clock = clock;
  }

  RpcChannel channel() {
    return channel;
  }

  Health health() {
    return health.get();
  }

  boolean isDue() {
    return health().isDue(clock.nanoTime(), policy);
  }

  /** Asks for its chain and heads; never throws. */
  Health probe() {
    try {
      List<RpcOutcome<JsonValue>> answers = channel.batch(PROBE);
      long chainId = answers.get(0).orThrow().longQuantity();
      Heads heads =
          Heads.toldBy(PROBE.get(1), answers.get(1).orThrow())
              .max(Heads.toldBy(PROBE.get(2), answers.get(2).orThrow()));
      health.set(Health.probed(chainId, heads, policy, clock.nanoTime()));
    } catch (RpcException noAnswer) {
      failed(noAnswer);
    }
    return health();
  }

  void failed(RpcException error) {
    String why =
        error instanceof RpcUnavailableException
            ? "does not answer"
            : "answers what makes no sense";
    health.updateAndGet(known -> known.down(why, clock.nanoTime()));
  }

  void showed(Heads heads) {
    health.updateAndGet(known -> known.showing(heads));
  }

  void fellBehind(Heads heads) {
    health.updateAndGet(known -> known.behind(heads));
  }

  /** Host and state, without anything that may be a secret. */
  String describe(Heads required) {
    Health known = health();
    boolean behind = known.isUp() && !known.heads().reaches(required);
    String state =
        behind ? "is behind at " + known.heads() + ", " + required + " needed" : known.why();
    return host + " " + state;
  }
}
