package org.sessionsettlement.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sessionsettlement.tempo.rpc.JsonValue;

/**
 * A STUN or TURN server (W3C WebRTC, {@code RTCIceServer}).
 *
 * @param urls {@code stun:}, {@code turn:} and {@code turns:} URLs of one server
 * @param username for TURN, good for a limited time
 * @param credential its password; {@link #toString} does not show it
 */
public record IceServer(List<String> urls, Optional<String> username, Optional<String> credential) {

  public IceServer {
    urls = List.copyOf(urls);
  }

  static IceServer read(JsonValue server) {
    return new IceServer(
        server.get("urls").items().stream().map(JsonValue::text).collect(Collectors.toList()),
        Json.optionalText(server, "username"),
        Json.optionalText(server, "credential"));
  }

  @Override
  public String toString() {
    return "IceServer" + urls;
  }
}
