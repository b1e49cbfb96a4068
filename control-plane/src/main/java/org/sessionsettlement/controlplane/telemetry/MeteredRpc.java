package org.sessionsettlement.controlplane.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.MalformedAnswerException;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.rpc.RpcChannel;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.RpcOutcome;
import org.sessionsettlement.tempo.rpc.RpcRequest;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;
import org.sessionsettlement.tempo.rpc.TransactionTimeoutException;

/** Counts every request to a node by its method, and by how it was answered. */
public final class MeteredRpc implements RpcChannel {
  private static final String ANSWERED = "ok";

  private final RpcChannel node;
  private final String endpoint;
  private final Meters meters;
  private final LongSupplier nanoTime;

  /**
   * @param endpoint what it is called in the meter: {@code main}, {@code witness}
   * @param nanoTime never goes back
   */
  public MeteredRpc(RpcChannel node, String endpoint, Meters meters, LongSupplier nanoTime) {
    this.node = node;
    this.endpoint = endpoint;
    this.meters = meters;
    this.nanoTime = nanoTime;
  }

  @Override
  public JsonValue request(RpcRequest request) {
    long fromNanos = nanoTime.getAsLong();
    var answer = failing(List.of(request), fromNanos, () -> node.request(request));
    count(request, ANSWERED, since(fromNanos));
    return answer;
  }

  @Override
  public List<RpcOutcome<JsonValue>> batch(List<RpcRequest> requests) {
    long fromNanos = nanoTime.getAsLong();
    var outcomes = failing(requests, fromNanos, () -> node.batch(requests));
    var took = since(fromNanos);
    for (int i = 0; i < requests.size(); i++) {
      count(requests.get(i), result(outcomes.get(i)), took);
    }
    return outcomes;
  }

  private <T> T failing(List<RpcRequest> requests, long fromNanos, Supplier<T> call) {
    try {
      return call.get();
    } catch (RpcException e) {
      var took = since(fromNanos);
      requests.forEach(request -> count(request, result(e), took));
      throw e;
    }
  }

  private Duration since(long fromNanos) {
    return Duration.ofNanos(nanoTime.getAsLong() - fromNanos);
  }

  private void count(RpcRequest request, String result, Duration took) {
    meters.time(Metric.RPC_CALLS, took, endpoint, request.method(), result);
  }

  private static String result(RpcOutcome<JsonValue> outcome) {
    return switch (outcome) {
      case RpcOutcome.Answered<JsonValue> _ -> ANSWERED;
      case RpcOutcome.Failed<JsonValue>(var error) -> result(error);
    };
  }

  /** A call that reverts is an answer: the contract's. */
  private static String result(RpcException error) {
    return switch (error) {
      case RevertedException _ -> "reverted";
      case RpcErrorException _ -> "refused";
      case RpcUnavailableException _ -> "unavailable";
      case MalformedAnswerException _ -> "malformed";
      case TransactionTimeoutException _ -> "timeout";
    };
  }
}
