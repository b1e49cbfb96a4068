package org.sessionsettlement.controlplane.session;

import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;

/** Ends connections in the table as the lease rule says; the caller holds the booking's lock. */
final class LeaseCloser {
  private final ParticipantTable participants;
  private final Watching watching;

  LeaseCloser(Database database) {
    this.participants = new ParticipantTable(database);
    this.watching = new Watching(database);
  }

  void closeExpired(BookingKey booking, long nowMs) {
    for (var connection : participants.open(booking)) {
      if (!connection.holdsAt(nowMs)) {
        end(connection, Ending.Reason.LEASE_OVER, nowMs);
      }
    }
  }

  /** Ends this open connection now, or when its lease ran out if that was before. */
  Ending end(Connection connection, Ending.Reason reason, long nowMs) {
    var watch = watching.aroundLeaseEnd(connection.lastSeenMs());
    var ending = LeaseRule.endNow(connection, reason, nowMs, watch);
    participants.end(connection.id(), ending);
    return ending;
  }
}
