package org.sessionsettlement.controlplane.session;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.Address;

/**
 * That a connection has ended, as all nodes are told with the transaction that ended it.
 *
 * @param reason why it ended
 */
public record SeatOver(BookingKey booking, UUID connection, Role role, Ending.Reason reason) {
  /** Where it is told. */
  public static final String CHANNEL = "seat_over";

  private static final Pattern SHAPE =
      Pattern.compile("(0x[0-9a-fA-F]{40})-([0-9]{1,19}) ([0-9a-f-]{36}) (host|guest) ([a-z_]+)");

  static SeatOver of(Connection connection, Ending ending) {
    return new SeatOver(connection.booking(), connection.id(), connection.role(), ending.reason());
  }

  /** Reads a notice; empty where this is none of ours (a newer node's, perhaps). */
  public static Optional<SeatOver> parse(String text) {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SeatOver(
              new BookingKey(Address.parse(parts.group(1)), Long.parseLong(parts.group(2))),
              UUID.fromString(parts.group(3)),
              Role.of(parts.group(4)),
              Ending.Reason.of(parts.group(5))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text() {
    return booking + " " + connection + " " + role.text() + " " + reason.text();
  }
}
