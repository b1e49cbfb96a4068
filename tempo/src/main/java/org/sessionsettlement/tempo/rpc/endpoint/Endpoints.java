package org.sessionsettlement.tempo.rpc.endpoint;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import okhttp3.OkHttpClient;
import org.sessionsettlement.tempo.rpc.HttpTransport;
import org.sessionsettlement.tempo.rpc.JsonRpc;
import org.sessionsettlement.tempo.rpc.OkHttpTransport;
import org.sessionsettlement.tempo.rpc.PollClock;
import org.sessionsettlement.tempo.rpc.RpcLimits;
import org.sessionsettlement.tempo.rpc.RpcTimeouts;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * Puts several nodes of one chain together, in the order in which they are preferred. With one node
 * it is that node with retries. Not safe for several threads; what it builds is.
 */
public final class Endpoints {
  private record Node(String host, HttpTransport transport) {}

  private final List<Node> nodes = new ArrayList<>();
  private final OkHttpClient client = new OkHttpClient();
  private PoolPolicy policy;
  private RpcLimits limits = RpcLimits.DEFAULT;
  private RpcTimeouts timeouts = RpcTimeouts.DEFAULT;
  private RetryPolicy retry = RetryPolicy.DEFAULT;
  private PollClock clock = PollClock.SYSTEM;
  private DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();

  private Endpoints(PoolPolicy policy) {
    this.policy = policy;
  }

  /** Nodes of this chain; one that turns out to be of another is never used. */
  public static Endpoints ofChain(long chainId) {
    return new Endpoints(PoolPolicy.ofChain(chainId));
  }

  /**
   * A node at an http address, over OkHttp, with the timeouts set before.
   *
   * @throws IllegalArgumentException when the address is no http or https address; it is not
   *     repeated
   */
  public Endpoints node(String url) {
    OkHttpTransport transport =
        new OkHttpTransport(client, url, timeouts, OkHttpTransport.DEFAULT_MAX_ANSWER_BYTES);
    return node(transport.host(), transport);
  }

  /**
   * A node over any transport.
   *
   * @param host what errors call it; no secret
   */
  public Endpoints node(String host, HttpTransport transport) {
    nodes.add(new Node(host, transport));
    return this;
  }

  /** When a node is believed; replaces what {@link #ofChain} chose. */
  public Endpoints policy(PoolPolicy value) {
    policy = value;
    return this;
  }

  /** What each node is asked at a time. */
  public Endpoints limits(RpcLimits value) {
    limits = value;
    return this;
  }

  /** How long requests to the nodes added after it may take. */
  public Endpoints timeouts(RpcTimeouts value) {
    timeouts = value;
    return this;
  }

  /** How often and how soon what is safe to repeat is repeated. */
  public Endpoints retry(RetryPolicy value) {
    retry = value;
    return this;
  }

  /** What pauses, probes and waits go by. */
  public Endpoints clock(PollClock value) {
    clock = value;
    return this;
  }

  /** Numbers from 0 to 1 that spread the pauses. */
  public Endpoints jitter(DoubleSupplier value) {
    jitter = value;
    return this;
  }

  /**
   * The nodes as one channel; nothing is asked yet.
   *
   * @throws IllegalStateException without a node
   */
  public EndpointPool pool() {
    if (nodes.isEmpty()) {
      throw new IllegalStateException("a pool needs a node");
    }
    List<Endpoint> endpoints =
        nodes.stream()
            .map(
                node ->
                    new Endpoint(node.host(), new JsonRpc(node.transport(), limits), policy, clock))
            .collect(toList());
    return new EndpointPool(new EndpointChoice(endpoints, policy), retry, clock, jitter);
  }

  /** {@link #pool()}, typed. */
  public TempoRpc rpc() {
    return new TempoRpc(pool(), clock);
  }
}
