package org.sessionsettlement.controlplane.oracle;

import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Hash32;

/** What a transaction of ours is to do. */
public sealed interface Intent {
  /** A validity end that never cuts short: for what the contract takes at any later time. */
  long NO_LAST_SECOND = Long.MAX_VALUE;

  BookingKey booking();

  /** The last block time, in unix seconds, at which the contract takes it. */
  default long lastSecond() {
    return NO_LAST_SECOND;
  }

  /**
   * Attests an outcome.
   *
   * @param metricsHash of the bytes that are stored for it
   * @param lastSecond of the outcome's window
   */
  record Attest(BookingKey booking, Outcome outcome, Hash32 metricsHash, long lastSecond)
      implements Intent {}

  /** Finalizes what nobody challenged any more; anyone may. */
  record Finalize(BookingKey booking) implements Intent {}

  /** Ends a dispute that the owner let run out; anyone may. */
  record FinalizeDispute(BookingKey booking) implements Intent {}
}
