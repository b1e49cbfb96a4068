package org.sessionsettlement.tempo.fee;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hex;

/** How calls are written in requests for gas. */
final class GasRequest {
  /** A nonce of 0 would cost 250,000 more; {@link GasExtras} knows the true one. */
  static final String NOT_THE_FIRST = Hex.quantity(1);

  private GasRequest() {}

  static Map<String, Object> call(Call call) {
    Map<String, Object> object = new LinkedHashMap<>();
    call.to().ifPresent(to -> object.put("to", to.toString()));
    object.put("value", Hex.quantity(call.value()));
    object.put("data", call.input().toString());
    return object;
  }

  static Map<String, Object> callFrom(Address from, Call call) {
    Map<String, Object> object = call(call);
    object.put("from", from.toString());
    object.put("nonce", NOT_THE_FIRST);
    return object;
  }
}
