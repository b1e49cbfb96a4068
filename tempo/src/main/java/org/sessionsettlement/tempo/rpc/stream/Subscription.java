package org.sessionsettlement.tempo.rpc.stream;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.tempo.rpc.LogSelector;

/** The requests of eth_subscribe. */
final class Subscription {
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private Subscription() {}

  static String toHeads() {
    return request(1, List.of("newHeads"));
  }

  static String toLogs(LogSelector logs) {
    return request(2, List.of("logs", logs.parameter()));
  }

  private static String request(int id, List<Object> params) {
    return JSON.toJson(
        Map.of("jsonrpc", "2.0", "id", id, "method", "eth_subscribe", "params", params));
  }
}
