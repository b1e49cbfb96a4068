package org.sessionsettlement.tempo.rpc.endpoint;

import java.util.List;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.RpcRequest;

/** The highest blocks that an endpoint has shown, or that a caller was told of. */
record Heads(long latest, long finalized) {
  static final Heads NONE = new Heads(0, 0);

  private static final String LATEST = "latest";
  private static final String FINALIZED = "finalized";

  Heads max(Heads other) {
    return new Heads(Math.max(latest, other.latest), Math.max(finalized, other.finalized));
  }

  boolean reaches(Heads other) {
    return latest >= other.latest && finalized >= other.finalized;
  }

  /** What an answer tells about the chain's heads. */
  static Heads toldBy(RpcRequest request, JsonValue result) {
    if (result.isNull()) {
      return NONE;
    }
    return switch (request.method()) {
      case "eth_blockNumber" -> new Heads(result.longQuantity(), 0);
      case "eth_getTransactionReceipt", "eth_sendRawTransactionSync" ->
          new Heads(result.get("blockNumber").longQuantity(), 0);
      case "eth_getBlockByNumber" -> ofBlock(request, result.get("number").longQuantity());
      default -> NONE;
    };
  }

  private static Heads ofBlock(RpcRequest request, long number) {
    return new Heads(number, FINALIZED.equals(tag(request)) ? number : 0);
  }

  /** True when the answer to a question for a head is older than what the caller knows. */
  static boolean goesBack(RpcRequest request, Heads answered, Heads known) {
    if (request.method().equals("eth_blockNumber") || asksFor(request, LATEST)) {
      return answered.latest < known.latest;
    }
    return asksFor(request, FINALIZED) && answered.finalized < known.finalized;
  }

  private static boolean asksFor(RpcRequest request, String tag) {
    return request.method().equals("eth_getBlockByNumber") && tag.equals(tag(request));
  }

  private static Object tag(RpcRequest request) {
    List<Object> params = request.params();
    return params.isEmpty() ? "" : params.get(0);
  }

  @Override
  public String toString() {
    return "latest " + latest + ", finalized " + finalized;
  }
}
