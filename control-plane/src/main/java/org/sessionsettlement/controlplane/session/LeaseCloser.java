package org.sessionsettlement.controlplane.session;

import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.Lease;
import org.sessionsettlement.controlplane.db.Notices;

/**
 * Ends connections in the table as the lease rule says, and tells all nodes; the caller holds the
 * booking's lock.
 */
final class LeaseCloser {
  private final ParticipantTable participants;
  private final Watching watching;
  private final Notices notices;

  LeaseCloser(Database database) {
    this.participants = new ParticipantTable(database);
    this.watching = new Watching(database);
    this.notices = new Notices(database.jdbc());
  }

  void closeExpired(BookingKey booking, long nowMs) {
    for (var connection : participants.open(booking)) {
      if (!connection.holdsAt(nowMs)) {
        end(connection, Ending.Reason.LEASE_OVER, nowMs);
      }
    }
  }

  /** The same for many at once, whose locks the caller holds. */
  void closeExpired(List<BookingKey> bookings, long nowMs) {
    participants
        .silent(bookings, nowMs - Lease.LENGTH_MS)
        .forEach(connection -> end(connection, Ending.Reason.LEASE_OVER, nowMs));
  }

  /** Ends this open connection now, or when its lease ran out if that was before. */
  Ending end(Connection connection, Ending.Reason reason, long nowMs) {
    return end(connection, LeaseRule.endNow(connection, reason, nowMs, watch(connection)));
  }

  /** Ends this open connection, whose socket closed, when it was last heard. */
  Ending cutOff(Connection connection, long nowMs) {
    return end(connection, LeaseRule.cutOff(connection, nowMs, watch(connection)));
  }

  private Watch watch(Connection connection) {
    return watching.aroundLeaseEnd(connection.lastSeenMs());
  }

  private Ending end(Connection connection, Ending ending) {
    participants.end(connection.id(), ending);
    notices.send(SeatOver.CHANNEL, SeatOver.of(connection, ending).text());
    return ending;
  }
}
