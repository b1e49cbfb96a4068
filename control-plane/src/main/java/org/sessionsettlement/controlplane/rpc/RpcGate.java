package org.sessionsettlement.controlplane.rpc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.sessionsettlement.tempo.rpc.HttpTransport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Passes JSON-RPC 2.0 requests of allowed methods on to the node and its answers back as they are.
 * What is not allowed is answered here, as a node answers a method that it does not have.
 */
public final class RpcGate {
  /** Requests in one batch. */
  static final int MOST_IN_A_BATCH = 100;

  private static final int METHOD_NOT_FOUND = -32601;
  private static final int INVALID_REQUEST = -32600;

  private final HttpTransport node;
  private final JsonMapper json = JsonMapper.shared();

  /**
   * @param node whose address no answer shows
   */
  public RpcGate(HttpTransport node) {
    this.node = node;
  }

  /**
   * The answer to a request or a batch of them.
   *
   * @throws ProblemException {@code chain_unavailable} where the node does not answer
   */
  public String answer(JsonNode asked) {
    if (!asked.isArray()) {
      return passes(asked) ? forward(asked.toString()) : refusal(asked).toString();
    }
    if (asked.isEmpty() || asked.size() > MOST_IN_A_BATCH) {
      return error(json.nullNode(), INVALID_REQUEST, "a batch has 1 to 100 requests").toString();
    }
    return answerBatch(asked);
  }

  private String answerBatch(JsonNode asked) {
    var passed = json.createArrayNode();
    var refused = new ArrayList<ObjectNode>();
    for (var one : asked) {
      if (passes(one)) {
        passed.add(one);
      } else {
        refused.add(refusal(one));
      }
    }
    String answered = passed.isEmpty() ? "[]" : forward(passed.toString());
    return refused.isEmpty() ? answered : joined(answered, refused);
  }

  private String joined(String answered, List<ObjectNode> refused) {
    var answers = json.readTree(answered);
    if (!(answers instanceof ArrayNode all)) {
      return answered;
    }
    return all.addAll(refused).toString();
  }

  private static boolean passes(JsonNode asked) {
    return asked.path("method").isString() && RpcMethods.isAllowed(asked.path("method").asString());
  }

  private ObjectNode refusal(JsonNode asked) {
    var id = asked.isObject() ? asked.path("id") : json.nullNode();
    return asked.path("method").isString()
        ? error(id, METHOD_NOT_FOUND, "this method is not served here")
        : error(id, INVALID_REQUEST, "not a JSON-RPC request");
  }

  private ObjectNode error(JsonNode id, int code, String message) {
    var answer = json.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", id.isMissingNode() ? json.nullNode() : id);
    answer.putObject("error").put("code", code).put("message", message);
    return answer;
  }

  private String forward(String request) {
    try {
      var answer = node.post(request);
      if (answer.status() == 200) {
        return answer.body();
      }
    } catch (IOException e) {
      // Its words may hold the node's address, and a key with it.
    }
    throw new ProblemException(ProblemCode.CHAIN_UNAVAILABLE);
  }
}
