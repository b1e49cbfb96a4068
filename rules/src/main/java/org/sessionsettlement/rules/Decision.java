package org.sessionsettlement.rules;

import java.util.Optional;

/**
 * What the presence says, whatever the contract's windows say.
 *
 * <p>Outcome, instant and charges never change once there is a decision; only the overlap goes on
 * growing with the watermark.
 *
 * @param outcome who kept the appointment
 * @param overlapMs how long they have been there together before the watermark, in milliseconds
 * @param decidedAtMs when it was decided, in milliseconds since the epoch: the instant at which the
 *     overlap reached what was needed, or T*, the instant until which the session could be saved
 * @param charges what each is charged with; exactly where the outcome is a no-show
 */
public record Decision(
    Outcome outcome, long overlapMs, long decidedAtMs, Optional<Charges> charges) {

  /**
   * @throws IllegalArgumentException if the overlap is negative, or charges are missing in a
   *     no-show or present in a completed session
   */
  public Decision {
    if (overlapMs < 0) {
      throw new IllegalArgumentException("the overlap is negative: " + overlapMs);
    }
    if (outcome.isNoShow() != charges.isPresent()) {
      throw new IllegalArgumentException("a no-show has charges, and nothing else: " + outcome);
    }
  }
}
