package org.sessionsettlement.controlplane.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.controlplane.booking.BookingView;
import org.sessionsettlement.tempo.Address;

/** The STUN and TURN servers that a party's peer connection is given. */
public final class IceServers {
  /** For a call that is just being ended when the session is. */
  static final Duration AFTER_THE_END = Duration.ofMinutes(10);

  private final List<String> stunUrls;
  private final Optional<TurnServer> turn;

  /**
   * @param stunUrls {@code stun:} and {@code stuns:} URIs (RFC 7064)
   */
  public IceServers(List<String> stunUrls, Optional<TurnServer> turn) {
    this.stunUrls = List.copyOf(stunUrls);
    this.turn = turn;
  }

  boolean canRelay() {
    return turn.isPresent();
  }

  /**
   * Those of this party; its credentials end {@link #AFTER_THE_END the session's end}.
   *
   * @param relayOnly leaves out the STUN servers, which may be somebody else's: one that hides its
   *     address has no business with them
   */
  List<IceServer> of(BookingView booking, Address wallet, boolean relayOnly) {
    var servers = new ArrayList<IceServer>();
    if (!relayOnly && !stunUrls.isEmpty()) {
      servers.add(IceServer.stun(stunUrls));
    }
    turn.ifPresent(server -> servers.add(relay(server, booking, wallet)));
    return servers;
  }

  private static IceServer relay(TurnServer server, BookingView booking, Address wallet) {
    long expiresMs = booking.slot().endMs() + AFTER_THE_END.toMillis();
    long expiresS = Duration.ofMillis(expiresMs).toSeconds();
    return IceServer.turn(server.urls(), server.credentials().of(booking.key(), wallet, expiresS));
  }
}
