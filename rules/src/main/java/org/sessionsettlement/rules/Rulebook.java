package org.sessionsettlement.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The rulebook: one pure function decides every session. {@code docs/rulebook.md} says it in words.
 *
 * <p>The answer depends on the facts alone, never on when or how often it is asked; and what later
 * presence, a later watermark or a later block adds cannot change an outcome once given.
 */
public final class Rulebook {
  private static final long MS_PER_SECOND = 1_000;

  private Rulebook() {}

  /** What to do about a session, as the presence and the contract's windows have it. */
  public static Verdict decide(Facts facts) {
    Known known = Known.of(facts);
    Optional<Decision> decision = decision(known);
    return decision.isPresent() ? inItsWindow(facts, decision.get()) : undecided(facts, known);
  }

  /**
   * What the presence says, whatever the windows say: the same decision that {@link #decide} would
   * attest, or has missed. Empty while there is none.
   */
  public static Optional<Decision> decision(Facts facts) {
    return decision(Known.of(facts));
  }

  /**
   * When the answer can change next by itself, in milliseconds since the epoch: when to ask again
   * if nothing new is heard until then. Empty where it stays as it is for good.
   *
   * <p>It takes presence that reaches the watermark to go on, an absence to last, and unwatched
   * time to end where it is recorded to end. So a join or a leave is a reason to ask at once, and a
   * scheduler that does not may be late by as much as that moved the answer, but never beyond the
   * end of the session: the answer of then is always asked for.
   *
   * <p>The instant is after the watermark or after the chain's time, whichever has to pass it. Both
   * lag behind the clock on the wall: who asks again at that instant and hears it once more waits a
   * little first.
   */
  public static OptionalLong lookAgainMs(Facts facts) {
    return LookAgain.after(facts, decide(facts));
  }

  private static Optional<Decision> decision(Known known) {
    boolean completed = known.bothSeen() && known.overlapMs() >= known.slot().needMs();
    return completed ? Optional.of(completed(known)) : new NoShow(known).decision();
  }

  private static Decision completed(Known known) {
    return new Decision(
        Outcome.COMPLETED, known.overlapMs(), overlapReachedAtMs(known), Optional.empty());
  }

  private static long overlapReachedAtMs(Known known) {
    long left = known.slot().needMs();
    if (left == 0) {
      return Math.max(firstSeenMs(known.host()), firstSeenMs(known.guest()));
    }
    for (Interval stretch : known.together()) {
      if (stretch.lengthMs() >= left) {
        return stretch.fromMs() + left;
      }
      left -= stretch.lengthMs();
    }
    throw new IllegalStateException("the overlap was not reached");
  }

  private static long firstSeenMs(List<Interval> party) {
    return party.get(0).fromMs();
  }

  private static Verdict inItsWindow(Facts facts, Decision decision) {
    AttestationWindow window = AttestationWindow.of(facts.slot(), decision.outcome());
    if (window.closedBefore(facts.chainTimeSeconds())) {
      return new Verdict.Missed(Optional.of(decision));
    }
    if (window.opensAfter(facts.chainTimeSeconds())) {
      return new Verdict.Wait(
          decision.outcome().isNoShow()
              ? Verdict.Reason.GRACE_NOT_OVER
              : Verdict.Reason.OVERLAP_NOT_MET,
          OptionalLong.of(window.firstSecond() * MS_PER_SECOND));
    }
    return new Verdict.Attest(decision);
  }

  private static Verdict undecided(Facts facts, Known known) {
    if (facts.chainTimeSeconds() > AttestationWindow.lastSecondOfAll(facts.slot())) {
      return new Verdict.Missed(Optional.empty());
    }
    if (known.isWhole()) {
      return new Verdict.Inconclusive();
    }
    return new Verdict.Wait(
        new NoShow(known).overlapIsImpossible()
            ? Verdict.Reason.GRACE_NOT_OVER
            : Verdict.Reason.SESSION_RUNNING,
        OptionalLong.empty());
  }
}
