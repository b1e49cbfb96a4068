package org.sessionsettlement.escrow;

import java.math.BigInteger;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.Address;

/**
 * A slot. An id never used reads as zeros, hence as an open slot of nobody: see {@link #exists}.
 *
 * @param startTime unix seconds
 * @param price token units, as it was when the slot was created
 * @param graceMins how late a party may join
 * @param minOverlapMins how long both must be there for the session to count
 * @param cancelCutoffMins how long before the start a guest cancels for free
 */
public record Slot(
    Address host,
    long startTime,
    int durationMins,
    BigInteger price,
    long graceMins,
    int minOverlapMins,
    int cancelCutoffMins,
    SlotStatus status) {
  /** False for an id that was never used. */
  public boolean exists() {
    return !host.isZero();
  }

  /**
   * What the rulebook wants to know of it.
   *
   * @throws IllegalArgumentException for a slot that does not exist
   */
  public SlotTerms terms() {
    return new SlotTerms(startTime, durationMins, graceMins, minOverlapMins);
  }

  static Slot read(Words words) {
    return new Slot(
        words.address(),
        words.number(),
        words.count(),
        words.amount(),
        words.number(),
        words.count(),
        words.count(),
        words.choice(SlotStatus.values()));
  }
}
