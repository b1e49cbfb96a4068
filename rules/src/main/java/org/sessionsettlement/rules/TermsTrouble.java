package org.sessionsettlement.rules;

import java.util.EnumSet;
import java.util.Set;

/**
 * Terms that the contract allows and that invite trouble: the window can shut before there is an
 * answer, or a late join inside the grace already makes the overlap impossible. Our clients refuse
 * them unless overridden on purpose.
 */
public enum TermsTrouble {
  /** Less than five minutes' grace: an ordinary delay becomes a no-show. */
  GRACE_TOO_SHORT("grace_too_short"),
  /**
   * The grace leaves less than two minutes to spare beside the overlap needed: who comes late as
   * allowed can lose the session for both.
   */
  GRACE_TOO_LONG("grace_too_long"),
  /** No overlap needed: to have been seen for a millisecond is enough. */
  NO_OVERLAP_NEEDED("no_overlap_needed"),
  /** The guest can claim the money back while a no-show could still be attested. */
  FALLBACK_TOO_EARLY("fallback_too_early");

  private static final int LEAST_GRACE_MINS = 5;
  private static final int SPARE_MINS = 2;
  private static final long SECONDS_PER_MINUTE = 60;

  private final String code;

  TermsTrouble(String code) {
    this.code = code;
  }

  /** Its stable code in JSON. */
  public String code() {
    return code;
  }

  /**
   * Every trouble these terms invite; none for good terms.
   *
   * @param noAttestBufferSeconds how long after the session's end the escrow's fallback opens
   */
  public static Set<TermsTrouble> of(SlotTerms slot, long noAttestBufferSeconds) {
    Set<TermsTrouble> troubles = EnumSet.noneOf(TermsTrouble.class);
    if (slot.graceMins() < LEAST_GRACE_MINS) {
      troubles.add(GRACE_TOO_SHORT);
    }
    if (slot.graceMins() > slot.durationMins() - slot.minOverlapMins() - SPARE_MINS) {
      troubles.add(GRACE_TOO_LONG);
    }
    if (slot.minOverlapMins() == 0) {
      troubles.add(NO_OVERLAP_NEEDED);
    }
    if (fallbackOpensSeconds(slot, noAttestBufferSeconds) < noShowClosesSeconds(slot)) {
      troubles.add(FALLBACK_TOO_EARLY);
    }
    return troubles;
  }

  private static long fallbackOpensSeconds(SlotTerms slot, long noAttestBufferSeconds) {
    return slot.startTimeSeconds()
        + slot.durationMins() * SECONDS_PER_MINUTE
        + noAttestBufferSeconds;
  }

  private static long noShowClosesSeconds(SlotTerms slot) {
    return AttestationWindow.of(slot, Outcome.NO_SHOW_HOST).lastSecond();
  }
}
