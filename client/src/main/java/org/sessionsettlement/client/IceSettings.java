package org.sessionsettlement.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sessionsettlement.tempo.rpc.JsonValue;

/**
 * How a connection to the peer may be made.
 *
 * @param servers what finds the way, in no order
 * @param relayOnly whether media go by a TURN server only, so that the peer does not see this
 *     party's address (W3C WebRTC, {@code iceTransportPolicy})
 */
public record IceSettings(List<IceServer> servers, boolean relayOnly) {
  /** Directly or not at all: what a service without STUN and TURN has to offer. */
  public static final IceSettings NO_SERVERS = new IceSettings(List.of(), false);

  private static final String RELAY = "relay";

  public IceSettings {
    servers = List.copyOf(servers);
  }

  /**
   * Of a join's answer; an older service says nothing of it.
   *
   * @param relayAsked holds whatever the answer says: it is a matter of privacy
   */
  static IceSettings read(JsonValue answer, boolean relayAsked) {
    return new IceSettings(
        answer.get("ice_servers").ifPresent().map(IceSettings::servers).orElse(List.of()),
        relayAsked || Json.optionalText(answer, "ice_transport_policy").equals(Optional.of(RELAY)));
  }

  private static List<IceServer> servers(JsonValue list) {
    return list.items().stream().map(IceServer::read).collect(Collectors.toList());
  }
}
