package org.sessionsettlement.tempo.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.tempo.rpc.HttpTransport.Answer;

/**
 * JSON-RPC 2.0 over HTTP: single requests, and batches whose answers are matched by id. Safe for
 * several threads.
 */
public final class JsonRpc {
  /** The most requests that go into one HTTP request. */
  public static final int DEFAULT_MAX_BATCH = 500;

  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private final HttpTransport transport;
  private final int maxBatch;

  /** With {@link #DEFAULT_MAX_BATCH}. */
  public JsonRpc(HttpTransport transport) {
    this(transport, DEFAULT_MAX_BATCH);
  }

  /** Batches larger than {@code maxBatch} go out in several HTTP requests, one after the other. */
  public JsonRpc(HttpTransport transport, int maxBatch) {
    if (maxBatch < 1) {
      throw new IllegalArgumentException("a batch holds at least one request");
    }
    this.transport = transport;
    this.maxBatch = maxBatch;
  }

  /**
   * One request.
   *
   * @throws RpcException whatever went wrong
   */
  public JsonValue request(RpcRequest request) {
    return outcome(post(JSON.toJson(envelope(request, 0))), 0).orThrow();
  }

  /**
   * Several requests; the outcomes stand in the order of the requests.
   *
   * @throws RpcException when a batch as a whole failed
   */
  public List<RpcOutcome<JsonValue>> batch(List<RpcRequest> requests) {
    List<RpcOutcome<JsonValue>> outcomes = new ArrayList<>(requests.size());
    for (int from = 0; from < requests.size(); from += maxBatch) {
      int until = Math.min(requests.size(), from + maxBatch);
      outcomes.addAll(oneBatch(requests.subList(from, until)));
    }
    return outcomes;
  }

  private List<RpcOutcome<JsonValue>> oneBatch(List<RpcRequest> requests) {
    List<Object> envelopes = new ArrayList<>(requests.size());
    for (RpcRequest request : requests) {
      envelopes.add(envelope(request, envelopes.size()));
    }
    JsonValue answer = post(JSON.toJson(envelopes));
    if (!answer.isArray()) {
      throw refusedAsAWhole(answer);
    }
    Map<Long, JsonValue> byId = byId(answer);
    List<RpcOutcome<JsonValue>> outcomes = new ArrayList<>(requests.size());
    for (long id = 0; id < requests.size(); id++) {
      JsonValue item = byId.get(id);
      outcomes.add(item == null ? unanswered(requests.get((int) id)) : outcome(item, id));
    }
    return outcomes;
  }

  private static Map<Long, JsonValue> byId(JsonValue answers) {
    Map<Long, JsonValue> byId = new HashMap<>();
    for (JsonValue answer : answers.items()) {
      answer.get("id").ifPresent().ifPresent(id -> byId.put(id.number(), answer));
    }
    return byId;
  }

  private static RpcException refusedAsAWhole(JsonValue answer) {
    JsonValue error = answer.get("error");
    return error.isNull()
        ? new MalformedAnswerException("a batch was answered by a single result")
        : RpcErrors.of(error);
  }

  private static RpcOutcome<JsonValue> unanswered(RpcRequest request) {
    return new RpcOutcome.Failed<>(
        new MalformedAnswerException("no answer to " + request.method() + " in its batch"));
  }

  private static RpcOutcome<JsonValue> outcome(JsonValue answer, long id) {
    try {
      JsonValue error = answer.get("error");
      if (!error.isNull()) {
        return new RpcOutcome.Failed<>(RpcErrors.of(error));
      }
      if (answer.get("id").number() != id) {
        throw new MalformedAnswerException("the answer to another request");
      }
      return new RpcOutcome.Answered<>(answer.get("result"));
    } catch (MalformedAnswerException malformed) {
      return new RpcOutcome.Failed<>(malformed);
    }
  }

  private static Map<String, Object> envelope(RpcRequest request, int id) {
    return Map.of(
        "jsonrpc", "2.0", "id", id, "method", request.method(), "params", request.params());
  }

  private JsonValue post(String json) {
    Answer answer;
    try {
      answer = transport.post(json);
    } catch (IOException noAnswer) {
      throw new RpcUnavailableException("the node does not answer: " + noAnswer, noAnswer);
    }
    int status = answer.status();
    if (status == 429 || status >= 500) {
      throw new RpcUnavailableException("the node answers HTTP " + status, null);
    }
    if (status != 200 && !answer.body().startsWith("{")) {
      throw new MalformedAnswerException("the node answers HTTP " + status);
    }
    return JsonValue.parse(answer.body());
  }
}
