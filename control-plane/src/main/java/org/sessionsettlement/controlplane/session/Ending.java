package org.sessionsettlement.controlplane.session;

import java.util.Locale;

/**
 * How a connection's presence ended.
 *
 * @param atMs the first millisecond at which it was no longer there
 */
public record Ending(long atMs, Reason reason) {
  /** Why it ended. */
  public enum Reason {
    /** It said so. */
    LEFT,
    /** The same wallet joined anew. */
    REPLACED,
    /** Its socket closed, and neither a new one nor a heartbeat came. */
    SOCKET_CLOSED,
    /** It was silent for longer than a lease. */
    LEASE_OVER,
    /** The service went away while it was there, and it did not come back in time. */
    OUTAGE;

    /** As tables, notices and traces have it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Reason of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }
}
