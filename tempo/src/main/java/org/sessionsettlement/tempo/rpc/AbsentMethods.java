package org.sessionsettlement.tempo.rpc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers which methods that not every node has this node has not, so that it is asked for them
 * once.
 */
final class AbsentMethods {
  private static final Set<String> OPTIONAL = Set.of("eth_sendRawTransactionSync");

  private final Set<String> absent = ConcurrentHashMap.newKeySet();

  void check(RpcRequest request) {
    if (absent.contains(request.method())) {
      throw RpcErrorException.methodNotFound(request.method());
    }
  }

  JsonValue remembering(RpcRequest request, Supplier<JsonValue> ask) {
    try {
      return ask.get();
    } catch (RpcErrorException refused) {
      if (refused.isMethodNotFound() && OPTIONAL.contains(request.method())) {
        absent.add(request.method());
      }
      throw refused;
    }
  }
}
