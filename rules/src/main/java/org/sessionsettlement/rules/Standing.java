package org.sessionsettlement.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a session stands for one side while it runs: what the rulebook says of the facts so far, and
 * what it would say at the end under three assumptions about who is there from the watermark on.
 *
 * <p>An empty outlook is {@code presence_unknown}: only unwatched time would stand between the
 * session and an answer. All assume that the service goes on watching.
 *
 * @param overlapMs how long they have been there together before the watermark
 * @param neededMs how long they must be
 * @param isCounted whether this side's time counts at the watermark: it is there, and the session
 *     runs
 * @param isOtherCounted likewise the other's
 * @param state what is decided, or can no longer be
 * @param charges what each would be charged with if it came to a no-show now
 * @param ifBothStay what is decided if both are there until the end
 * @param ifILeave what is decided if this side never comes back and the other does as it does now
 * @param ifBothLeave what is decided if nobody is there any more
 */
public record Standing(
    long overlapMs,
    long neededMs,
    boolean isCounted,
    boolean isOtherCounted,
    State state,
    Charges charges,
    Optional<Decision> ifBothStay,
    Optional<Decision> ifILeave,
    Optional<Decision> ifBothLeave) {

  /** What is already certain. */
  public sealed interface State {
    /** The overlap can still be reached. */
    record Open() implements State {}

    /**
     * The overlap cannot be reached any more; who is at fault is not certain yet, since an allowed
     * late join may still come.
     */
    record CanNoLongerComplete() implements State {}

    /** Whatever happens now, this is the answer. */
    record Decided(Decision decision) implements State {}
  }

  /**
   * The standing at the watermark of these facts.
   *
   * @param me whose it is
   * @param there who is connected, and so goes on being there if nothing happens
   */
  public static Standing of(Facts facts, Side me, Set<Side> there) {
    Known known = Known.of(facts);
    boolean runs = isRunning(facts);
    return new Standing(
        known.overlapMs(),
        known.slot().needMs(),
        runs && there.contains(me),
        runs && there.contains(me.other()),
        state(facts, known),
        new NoShow(known).chargesSoFar(),
        atEnd(facts, Set.of(Side.HOST, Side.GUEST)),
        atEnd(facts, there.contains(me.other()) ? Set.of(me.other()) : Set.of()),
        atEnd(facts, Set.of()));
  }

  private static boolean isRunning(Facts facts) {
    return new Interval(facts.slot().startMs(), facts.slot().endMs()).contains(facts.watermarkMs());
  }

  private static State state(Facts facts, Known known) {
    Optional<Decision> decision = Rulebook.decision(facts);
    if (decision.isPresent()) {
      return new State.Decided(decision.get());
    }
    return new NoShow(known).overlapIsImpossible()
        ? new State.CanNoLongerComplete()
        : new State.Open();
  }

  /** The decision over the whole session, with these there from the watermark to its end. */
  private static Optional<Decision> atEnd(Facts facts, Set<Side> staying) {
    long endMs = Math.max(facts.watermarkMs(), facts.slot().endMs());
    Interval rest = new Interval(facts.watermarkMs(), endMs);
    return Rulebook.decision(
        new Facts(
            facts.slot(),
            staying.contains(Side.HOST) ? with(facts.host(), rest) : facts.host(),
            staying.contains(Side.GUEST) ? with(facts.guest(), rest) : facts.guest(),
            facts.gaps(),
            endMs,
            facts.chainTimeSeconds()));
  }

  private static List<Interval> with(List<Interval> intervals, Interval rest) {
    List<Interval> longer = new ArrayList<>(intervals);
    longer.add(rest);
    return longer;
  }
}
