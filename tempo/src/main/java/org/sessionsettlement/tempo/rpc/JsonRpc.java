package org.sessionsettlement.tempo.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.tempo.rpc.HttpTransport.Answer;

/**
 * JSON-RPC 2.0 over HTTP: single requests, and batches whose answers are matched by id. Safe for
 * several threads.
 */
public final class JsonRpc implements RpcChannel {
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private final HttpTransport transport;
  private final RpcLimits limits;
  private final AbsentMethods absent = new AbsentMethods();

  /** With {@link RpcLimits#DEFAULT}. */
  public JsonRpc(HttpTransport transport) {
    this(transport, RpcLimits.DEFAULT);
  }

  /** A node that is asked no more at a time than these limits let through. */
  public JsonRpc(HttpTransport transport, RpcLimits limits) {
    this.transport = new BoundedTransport(transport, limits);
    this.limits = limits;
  }

  @Override
  public JsonValue request(RpcRequest request) {
    absent.check(request);
    String json = JSON.toJson(envelope(request, 0));
    return absent.remembering(request, () -> outcome(post(json, request.patience()), 0).orThrow());
  }

  @Override
  public List<RpcOutcome<JsonValue>> batch(List<RpcRequest> requests) {
    List<RpcOutcome<JsonValue>> outcomes = new ArrayList<>(requests.size());
    while (outcomes.size() < requests.size()) {
      BatchBody body = new BatchBody(limits);
      for (RpcRequest request : requests.subList(outcomes.size(), requests.size())) {
        if (!body.add(JSON.toJson(envelope(request, body.size())))) {
          break;
        }
      }
      int until = outcomes.size() + body.size();
      outcomes.addAll(oneBatch(requests.subList(outcomes.size(), until), body));
    }
    return outcomes;
  }

  private List<RpcOutcome<JsonValue>> oneBatch(List<RpcRequest> requests, BatchBody body) {
    JsonValue answer = post(body.json(), Optional.empty());
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

  private JsonValue post(String json, Optional<Duration> patience) {
    Answer answer;
    try {
      answer = patience.isPresent() ? transport.post(json, patience.get()) : transport.post(json);
    } catch (IOException noAnswer) {
      throw new RpcUnavailableException("the node does not answer: " + noAnswer, noAnswer);
    }
    int status = answer.status();
    if (status == 429 || status >= 500) {
      throw new RpcUnavailableException(status, answer.retryAfter());
    }
    if (status != 200 && !answer.body().startsWith("{")) {
      throw new MalformedAnswerException("the node answers HTTP " + status);
    }
    return JsonValue.parse(answer.body());
  }
}
