package org.sessionsettlement.tempo.fee;

import java.util.Map;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.rpc.CallObject;

/** How calls are written in requests for gas. */
final class GasRequest {
  /** A nonce of 0 would cost 250,000 more; {@link GasExtras} knows the true one. */
  static final String NOT_THE_FIRST = Hex.quantity(1);

  private GasRequest() {}

  static Map<String, Object> callFrom(Address from, Call call) {
    Map<String, Object> object = CallObject.from(from, call);
    object.put("nonce", NOT_THE_FIRST);
    return object;
  }
}
