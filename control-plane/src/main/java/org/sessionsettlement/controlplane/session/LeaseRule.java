package org.sessionsettlement.controlplane.session;

import org.sessionsettlement.controlplane.db.Lease;

/**
 * When a connection's presence ends (architecture.md, "session owns presence" and "ops owns
 * liveness rows").
 */
final class LeaseRule {
  private LeaseRule() {}

  /** What becomes of a connection when its wallet joins anew or it leaves, at that instant. */
  static Ending endNow(Connection connection, Ending.Reason reason, long nowMs, Watch watch) {
    return connection.holdsAt(nowMs)
        ? new Ending(Math.max(nowMs, connection.lastSeenMs()), reason)
        : expired(connection.lastSeenMs(), nowMs, watch);
  }

  /** What becomes of a connection whose socket closed, and that was not heard since. */
  static Ending cutOff(Connection connection, long nowMs, Watch watch) {
    return connection.holdsAt(nowMs)
        ? new Ending(connection.lastSeenMs(), Ending.Reason.SOCKET_CLOSED)
        : expired(connection.lastSeenMs(), nowMs, watch);
  }

  /**
   * How a connection ended that was silent for longer than a lease: at its last heartbeat; but one
   * that was live at the last liveness row before an outage could not be heard, and was there until
   * the outage began.
   */
  static Ending expired(long lastSeenMs, long nowMs, Watch watch) {
    long nextRowMs = watch.nextRowMs().orElse(nowMs);
    if (watch.lastRowMs().isPresent() && !Lease.holds(watch.lastRowMs().getAsLong(), nextRowMs)) {
      long outageMs = watch.lastRowMs().getAsLong();
      return new Ending(Math.max(lastSeenMs, outageMs), Ending.Reason.OUTAGE);
    }
    return new Ending(lastSeenMs, Ending.Reason.LEASE_OVER);
  }
}
