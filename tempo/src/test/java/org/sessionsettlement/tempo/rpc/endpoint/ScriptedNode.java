package org.sessionsettlement.tempo.rpc.endpoint;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.rpc.ChainJson;
import org.sessionsettlement.tempo.rpc.HttpTransport;
import org.sessionsettlement.tempo.rpc.JsonValue;

/**
 * A node with a chain id, a newest and a finalized block, that can be away, lose answers or be over
 * its limits. Remembers the methods that it was asked for, those of probes apart.
 */
final class ScriptedNode implements HttpTransport {
  /** The chain of nodes that say nothing else. */
  static final long CHAIN = 42;

  private final List<String> methods = new CopyOnWriteArrayList<>();
  private final List<String> transactions = new CopyOnWriteArrayList<>();
  private int probes;
  private long chainId = CHAIN;
  private long head;
  private long finalized;
  private boolean away;
  private boolean losingAnswers;
  private int refusals;
  private String refusal = "";
  private Optional<Duration> retryAfter = Optional.empty();

  ScriptedNode(long head, long finalized) {
    at(head, finalized);
  }

  ScriptedNode ofChain(long id) {
    chainId = id;
    return this;
  }

  ScriptedNode at(long newHead, long newFinalized) {
    head = newHead;
    finalized = newFinalized;
    return this;
  }

  ScriptedNode away(boolean isAway) {
    away = isAway;
    return this;
  }

  /** Does what it is asked, and nobody hears of it. */
  ScriptedNode losingAnswers(boolean loses) {
    losingAnswers = loses;
    return this;
  }

  /** The next so many requests are answered HTTP 429. */
  ScriptedNode busyFor(int requests, Duration wait) {
    refusals = requests;
    retryAfter = Optional.of(wait);
    return this;
  }

  /** Transactions are refused in these words from now on. */
  ScriptedNode refusing(String words) {
    refusal = words;
    return this;
  }

  List<String> methods() {
    return methods;
  }

  List<String> transactions() {
    return transactions;
  }

  int probes() {
    return probes;
  }

  @Override
  public Answer post(String json) throws IOException {
    JsonValue request = JsonValue.parse(json);
    boolean probe = request.isArray() && method(request.items().get(0)).equals("eth_chainId");
    if (probe) {
      probes++;
    }
    if (away) {
      throw new IOException("away");
    }
    if (!probe && refusals > 0) {
      refusals--;
      return new Answer(429, "", retryAfter);
    }
    String answer = request.isArray() ? batch(request, probe) : one(request, probe);
    if (losingAnswers && !probe) {
      throw new IOException("cut off");
    }
    return new Answer(200, answer);
  }

  private String batch(JsonValue requests, boolean probe) {
    List<String> answers = new ArrayList<>();
    requests.items().forEach(request -> answers.add(one(request, probe)));
    return answers.toString();
  }

  private String one(JsonValue request, boolean probe) {
    if (!probe) {
      methods.add(method(request));
    }
    return "{\"id\":" + request.get("id").number() + "," + member(request) + "}";
  }

  private String member(JsonValue request) {
    List<JsonValue> params = request.get("params").items();
    return switch (method(request)) {
      case "eth_chainId" -> quantity(chainId);
      case "eth_blockNumber" -> quantity(head);
      case "eth_getBlockByNumber" ->
          "\"result\":"
              + ChainJson.block(params.get(0).text().equals("finalized") ? finalized : head, 7);
      case "eth_sendRawTransaction" -> taken(params.get(0).text());
      case "eth_getTransactionByHash" -> "\"result\":" + (transactions.isEmpty() ? "null" : "{}");
      case "eth_call" -> "\"result\":\"0x01\"";
      default -> "\"error\":{\"code\":-32601,\"message\":\"Method not found\"}";
    };
  }

  private String taken(String bytes) {
    if (!refusal.isEmpty()) {
      return "\"error\":{\"code\":-32000,\"message\":\"" + refusal + "\"}";
    }
    transactions.add(bytes);
    return "\"result\":\"" + ChainJson.hash(bytes) + "\"";
  }

  private static String quantity(long value) {
    return "\"result\":\"" + Hex.quantity(value) + "\"";
  }

  private static String method(JsonValue request) {
    return request.get("method").text();
  }
}
