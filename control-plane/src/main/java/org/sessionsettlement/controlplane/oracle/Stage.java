package org.sessionsettlement.controlplane.oracle;

import java.util.Optional;

/**
 * Where a submission is: decided, signed (stored, perhaps sent), sent (the node took it), or over.
 * It only ever goes forward; what is over is followed by a new decision, never by going back.
 */
public sealed interface Stage {
  record Decided() implements Stage {}

  record Signed(StoredTransaction transaction) implements Stage {}

  record Sent(StoredTransaction transaction, long sentAtMs) implements Stage {}

  /** Nothing more happens to this submission. */
  sealed interface Over extends Stage {}

  /** Done; by somebody else with the same result where there is no transaction of ours. */
  record Confirmed(Optional<Mined> mined) implements Over {}

  /** Its validity ran out, provably without it: decide again. */
  record Expired() implements Over {}

  /** The contract does not take it at this time: decide again. */
  record Refused(String reason) implements Over {}

  /** The booking was settled otherwise; nothing is left to do. */
  record SettledWithoutUs(String how) implements Over {}

  /** An operator's override took its place before it was signed. */
  record Overridden() implements Over {}

  /** Tried as often as is sensible. */
  record GaveUp(String reason) implements Over {}
}
