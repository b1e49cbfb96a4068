package org.sessionsettlement.controlplane.session;

import java.util.List;
import org.sessionsettlement.rules.Interval;

/**
 * Who was in a booking when, as known up to the watermark.
 *
 * @param host the presence of each of the host's connections; they may overlap
 * @param guest likewise the guest's
 * @param watermarkMs everything before it is known; nothing will be written before it once it is
 *     recorded as used
 */
public record PresenceSnapshot(List<Interval> host, List<Interval> guest, long watermarkMs) {
  public PresenceSnapshot {
    host = List.copyOf(host);
    guest = List.copyOf(guest);
  }

  static PresenceSnapshot of(List<Connection> connections, long newestRowMs) {
    long watermarkMs =
        connections.stream()
            .filter(connection -> connection.ending().isEmpty())
            .mapToLong(Connection::lastSeenMs)
            .reduce(newestRowMs, Math::min);
    return new PresenceSnapshot(
        of(connections, Role.HOST), of(connections, Role.GUEST), watermarkMs);
  }

  private static List<Interval> of(List<Connection> connections, Role role) {
    return connections.stream()
        .filter(connection -> connection.role() == role)
        .map(Connection::presence)
        .toList();
  }
}
