package org.sessionsettlement.rules;

/**
 * The terms of a slot that a verdict depends on, in the ranges in which SessionEscrowV1 keeps them:
 * every slot that it lets exist has terms here, however odd.
 *
 * @param startTimeSeconds when the session starts, in seconds since the epoch; 48 bits
 * @param durationMins how long it lasts, at least a minute
 * @param graceMins how late either may come without being charged for it; 32 bits, since the
 *     contract does not limit it
 * @param minOverlapMins how long both must be there together, at most the duration
 */
public record SlotTerms(
    long startTimeSeconds, int durationMins, long graceMins, int minOverlapMins) {

  private static final long MAX_START_TIME_SECONDS = (1L << 48) - 1;
  private static final long MAX_GRACE_MINS = (1L << 32) - 1;
  private static final int USUAL_GRACE_MINS = 5;
  private static final long MS_PER_SECOND = 1_000;
  private static final long MS_PER_MINUTE = 60_000;

  /**
   * @throws IllegalArgumentException if the contract could not hold such a slot; the message names
   *     the term
   */
  public SlotTerms {
    requireWithin("startTimeSeconds", startTimeSeconds, 0, MAX_START_TIME_SECONDS);
    requireWithin("durationMins", durationMins, 1, Integer.MAX_VALUE);
    requireWithin("graceMins", graceMins, 0, MAX_GRACE_MINS);
    requireWithin("minOverlapMins", minOverlapMins, 0, durationMins);
  }

  private static void requireWithin(String term, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          term + " is " + value + ", not between " + least + " and " + most);
    }
  }

  /** The terms our clients propose: five minutes' grace, half the session together. */
  public static SlotTerms usual(long startTimeSeconds, int durationMins) {
    return new SlotTerms(startTimeSeconds, durationMins, USUAL_GRACE_MINS, durationMins / 2);
  }

  /** S: the first millisecond of the session. */
  public long startMs() {
    return startTimeSeconds * MS_PER_SECOND;
  }

  /** E: the first millisecond after the session. */
  public long endMs() {
    return startMs() + durationMs();
  }

  /** G: the last millisecond at which a party may first be seen and still be in time. */
  public long graceEndMs() {
    return startMs() + graceMins * MS_PER_MINUTE;
  }

  /** How long the session lasts. */
  public long durationMs() {
    return durationMins * MS_PER_MINUTE;
  }

  /** How long both must be there together. */
  public long needMs() {
    return minOverlapMins * MS_PER_MINUTE;
  }

  /** How much of the session may be missed before the overlap can no longer be reached. */
  public long budgetMs() {
    return durationMs() - needMs();
  }
}
