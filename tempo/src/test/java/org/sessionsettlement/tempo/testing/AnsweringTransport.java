package org.sessionsettlement.tempo.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.sessionsettlement.tempo.rpc.HttpTransport;
import org.sessionsettlement.tempo.rpc.JsonValue;

/**
 * A node in one function: from a request to the member of its answer, {@code "result":...} or
 * {@code "error":...}. Takes batches too, and remembers the methods that it was asked for.
 */
public final class AnsweringTransport implements HttpTransport {
  /** The error of a node that has no such method. */
  public static final String NO_SUCH_METHOD =
      "\"error\":{\"code\":-32601,\"message\":\"Method not found\"}";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Function<JsonValue, String> node;

  public AnsweringTransport(Function<JsonValue, String> node) {
    this.node = node;
  }

  /** {@code "result"} and a word in hex. */
  public static String word(long value) {
    return "\"result\":\"0x" + "%064x".formatted(value) + "\"";
  }

  /** {@code "error"} of a revert with this data. */
  public static String reverted(String data) {
    return "\"error\":{\"code\":3,\"message\":\"execution reverted\",\"data\":\"" + data + "\"}";
  }

  /** The methods asked for, in order. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public Answer post(String json) {
    JsonValue body = JsonValue.parse(json);
    if (!body.isArray()) {
      return new Answer(200, answer(body));
    }
    List<String> answers = new ArrayList<>();
    body.items().forEach(request -> answers.add(answer(request)));
    return new Answer(200, answers.toString());
  }

  private String answer(JsonValue request) {
    asked.add(request.get("method").text());
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + request.get("id").number()
        + ","
        + node.apply(request)
        + "}";
  }
}
