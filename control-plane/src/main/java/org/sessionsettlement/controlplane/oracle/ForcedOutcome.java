package org.sessionsettlement.controlplane.oracle;

import java.util.Optional;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * An outcome that an operator forced, as it is kept.
 *
 * @param outcome that is attested instead of the computed one
 * @param metricsHash of the payload that says all this
 * @param computed what the rulebook said then; empty where it gave no answer
 * @param operator who signed the request
 * @param reason the operator's, for people
 * @param signedAtMs when it was signed, by the operator's clock
 * @param requestHash of what was signed: no request is taken twice
 * @param lastSecond of the outcome's window
 */
public record ForcedOutcome(
    BookingKey booking,
    Outcome outcome,
    Hash32 metricsHash,
    Optional<Outcome> computed,
    Address operator,
    String reason,
    long signedAtMs,
    Hash32 requestHash,
    long lastSecond) {

  Intent.Attest intent() {
    return new Intent.Attest(booking, outcome, metricsHash, lastSecond);
  }

  /** Whether the contract may still take it at that block time. */
  boolean isInTime(long chainTimeSeconds) {
    return chainTimeSeconds <= lastSecond;
  }
}
