package org.sessionsettlement.controlplane.session;

import java.util.Optional;
import java.util.UUID;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Lease;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.tempo.Address;

/**
 * One client's presence in a booking, from its join on.
 *
 * @param lastSeenMs its last heartbeat, or its join
 * @param ending empty while it is live, or silent but not yet closed
 */
public record Connection(
    UUID id,
    BookingKey booking,
    Address wallet,
    Role role,
    long joinedMs,
    long lastSeenMs,
    Optional<Ending> ending) {

  /** The time it is on record as present; what is later may still be added. */
  public Interval presence() {
    return new Interval(joinedMs, ending.map(Ending::atMs).orElse(lastSeenMs));
  }

  /** What its client is told once it is over: to join anew, unless the wallet did so elsewhere. */
  ProblemCode codeOfEnding() {
    return ending.filter(how -> how.reason() == Ending.Reason.REPLACED).isPresent()
        ? ProblemCode.CONNECTION_REPLACED
        : ProblemCode.LEASE_OVER;
  }

  boolean holdsAt(long nowMs) {
    return ending.isEmpty() && Lease.holds(lastSeenMs, nowMs);
  }
}
