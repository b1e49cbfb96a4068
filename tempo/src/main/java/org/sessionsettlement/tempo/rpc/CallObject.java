package org.sessionsettlement.tempo.rpc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hex;

/** A call as eth_call, eth_estimateGas and eth_simulateV1 take it; the map may be added to. */
public final class CallObject {
  private CallObject() {}

  /** By nobody in particular. */
  public static Map<String, Object> of(Call call) {
    Map<String, Object> object = new LinkedHashMap<>();
    call.to().ifPresent(to -> object.put("to", to.toString()));
    object.put("value", Hex.quantity(call.value()));
    object.put("data", call.input().toString());
    return object;
  }

  /** By that account. */
  public static Map<String, Object> from(Address sender, Call call) {
    Map<String, Object> object = of(call);
    object.put("from", sender.toString());
    return object;
  }
}
