package org.sessionsettlement.client;

import java.util.Map;

/**
 * A wish to take one's seat.
 *
 * @param bookingId an id of the service's default escrow, or {@code <escrow address>-<id>}
 * @param relayOnly whether the peer must not see this party's address, see {@link IceSettings}
 */
public record JoinRequest(String bookingId, boolean relayOnly) {

  /** Media may go the shortest way. */
  public static JoinRequest of(String bookingId) {
    return new JoinRequest(bookingId, false);
  }

  Map<String, Object> toJson() {
    return relayOnly
        ? Map.of("booking_id", bookingId, "relay_only", true)
        : Map.of("booking_id", bookingId);
  }
}
