package org.sessionsettlement.rules;

/**
 * The block times at which SessionEscrowV1 takes an outcome, both ends inclusive, in seconds since
 * the epoch (its table of attestation windows).
 *
 * <p>Before the first second the contract reverts with {@code GRACE_NOT_OVER} or {@code
 * OVERLAP_NOT_MET}, after the last with {@code NO_SHOW_TOO_LATE} or {@code TOO_LATE}.
 */
public record AttestationWindow(long firstSecond, long lastSecond) {
  private static final long COMPLETED_AFTER_END_SECONDS = 7_200;
  private static final long SECONDS_PER_MINUTE = 60;

  /** The window of an outcome for a slot. */
  public static AttestationWindow of(SlotTerms slot, Outcome outcome) {
    long start = slot.startTimeSeconds();
    long duration = slot.durationMins() * SECONDS_PER_MINUTE;
    if (outcome.isNoShow()) {
      long graceEnd = start + slot.graceMins() * SECONDS_PER_MINUTE;
      return new AttestationWindow(graceEnd, graceEnd + duration);
    }
    return new AttestationWindow(
        start + slot.minOverlapMins() * SECONDS_PER_MINUTE,
        start + duration + COMPLETED_AFTER_END_SECONDS);
  }

  /** The last second in which any outcome at all can be attested. */
  public static long lastSecondOfAll(SlotTerms slot) {
    return Math.max(
        of(slot, Outcome.COMPLETED).lastSecond(), of(slot, Outcome.NO_SHOW_HOST).lastSecond());
  }

  /** Whether that block time is too early. */
  public boolean opensAfter(long chainTimeSeconds) {
    return chainTimeSeconds < firstSecond;
  }

  /** Whether that block time is too late. */
  public boolean closedBefore(long chainTimeSeconds) {
    return chainTimeSeconds > lastSecond;
  }
}
