package org.sessionsettlement.controlplane.oracle;

import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.Verdict;

/** What an evaluation came to. */
public sealed interface Evaluation {
  /** An attestation is in the outbox now. */
  record Submitted(long submissionId) implements Evaluation {}

  /** One was there already, and is not over. */
  record InProgress(long submissionId) implements Evaluation {}

  /** There is no answer to submit; the verdict says why. */
  record NotNow(Verdict verdict) implements Evaluation {}

  /** The session is completed, and is attested once it is over. */
  record HeldUntilEnd(long endMs) implements Evaluation {}

  /** The booking is not in status Booked. */
  record NotBooked(BookingStatus status) implements Evaluation {}

  /** The mirror does not have it (yet). */
  record NotMirrored() implements Evaluation {}

  /** Another node has just looked. */
  record NotDue() implements Evaluation {}
}
