package org.sessionsettlement.tempo.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers every request by a function of it (JSON text, or a thrown error) and remembers it. */
public final class ScriptedChannel implements RpcChannel {
  private final List<RpcRequest> asked = new CopyOnWriteArrayList<>();
  private final Function<RpcRequest, String> script;

  /** With the answers so far. */
  public ScriptedChannel(Function<RpcRequest, String> script) {
    this.script = script;
  }

  @Override
  public JsonValue request(RpcRequest request) {
    asked.add(request);
    return JsonValue.parse(script.apply(request));
  }

  @Override
  public List<RpcOutcome<JsonValue>> batch(List<RpcRequest> requests) {
    List<RpcOutcome<JsonValue>> outcomes = new ArrayList<>();
    for (RpcRequest request : requests) {
      try {
        outcomes.add(new RpcOutcome.Answered<>(request(request)));
      } catch (RpcErrorException | RevertedException refused) {
        outcomes.add(new RpcOutcome.Failed<>(refused));
      }
    }
    return outcomes;
  }

  /** Every request so far. */
  public List<RpcRequest> asked() {
    return asked;
  }

  /** The methods of every request so far. */
  public List<String> methods() {
    return asked.stream().map(RpcRequest::method).toList();
  }
}
