package org.sessionsettlement.controlplane.db;

import java.time.Duration;

/** The two times that presence and gaps both rest on (architecture.md, "Who owns which fact"). */
public final class Lease {
  /** How often a client says that it is there. */
  public static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(5);

  /** A connection is gone, and an outage becomes a gap, when more than this passed in silence. */
  public static final Duration LENGTH = Duration.ofSeconds(15);

  public static final long LENGTH_MS = LENGTH.toMillis();

  private Lease() {}

  /** Whether what was heard at {@code heardMs} still counts as there at {@code atMs}. */
  public static boolean holds(long heardMs, long atMs) {
    return atMs - heardMs <= LENGTH_MS;
  }
}
