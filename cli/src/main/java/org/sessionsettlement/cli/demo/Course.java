package org.sessionsettlement.cli.demo;

import java.util.Optional;
import org.sessionsettlement.rules.Outcome;

/** What happens to a booking besides the two parties' coming and going. */
sealed interface Course {

  /** Nothing: it is attested and finalized. */
  record Held() implements Course {}

  /** Cancelled by this party, before the cutoff or after it. */
  record Cancelled(Role by, boolean late) implements Course {}

  /**
   * A party challenges the oracle.
   *
   * @param ownerSays what the owner decides; empty: it never does, and the dispute times out
   */
  record Disputed(Role challenger, Optional<Outcome> ownerSays) implements Course {}

  /** The oracle is away until the attestation window has passed; the guest claims the refund. */
  record OracleAway() implements Course {}
}
