package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What follows from the rulebook, whatever happened. {@code -Dseed=...} runs a failure again. */
class RulebookPropertiesTest {
  private static final int MANY = 20_000;
  private static final int SOME = 3_000;

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private final RandomFacts facts = new RandomFacts(random);

  @Test
  void agreesWithAModelThatLooksAtEveryMillisecond() {
    forAll(
        SOME,
        given ->
            assertThat(Rulebook.decide(given))
                .as("seed %d: %s", seed, given)
                .isEqualTo(new ByTheMillisecond(given).decide()));
  }

  @Test
  void neverBlamesAPartyThatWasThereThroughout() {
    forAll(
        MANY,
        given -> {
          List<Interval> throughout = facts.saidOtherwise(RandomFacts.throughout(given.slot()));
          assertThat(outcome(with(given, throughout, given.guest())))
              .as("seed %d, host throughout: %s", seed, given)
              .isNotEqualTo(Optional.of(Outcome.NO_SHOW_HOST));
          assertThat(outcome(with(given, given.host(), throughout)))
              .as("seed %d, guest throughout: %s", seed, given)
              .isNotEqualTo(Optional.of(Outcome.NO_SHOW_GUEST));
        });
  }

  @Test
  void neverPaysAHostThatWasNeverSeen() {
    forAll(
        MANY,
        given ->
            assertThat(outcome(with(given, List.of(), given.guest())))
                .as("seed %d: %s", seed, given)
                .isIn(Optional.empty(), Optional.of(Outcome.NO_SHOW_HOST)));
  }

  @Test
  void asksOnlyWhichTimeIsCoveredNotByWhichIntervals() {
    forAll(
        MANY,
        given -> {
          Facts otherwise =
              new Facts(
                  given.slot(),
                  facts.saidOtherwise(given.host()),
                  facts.saidOtherwise(given.guest()),
                  facts.saidOtherwise(given.gaps()),
                  given.watermarkMs(),
                  given.chainTimeSeconds());
          assertThat(Rulebook.decide(otherwise))
              .as("seed %d: %s", seed, given)
              .isEqualTo(Rulebook.decide(given));
          assertThat(Rulebook.lookAgainMs(otherwise))
              .as("seed %d: %s", seed, given)
              .isEqualTo(Rulebook.lookAgainMs(given));
        });
  }

  @Test
  void givesAtALaterWatermarkTheAnswerOfAnEarlierOne() {
    forAll(
        MANY,
        given -> {
          long other = facts.instantMs(given.slot());
          Facts first = at(given, Math.min(given.watermarkMs(), other));
          Facts second = at(given, Math.max(given.watermarkMs(), other));
          Rulebook.decision(first)
              .ifPresent(
                  answer ->
                      assertThat(Rulebook.decision(second).map(d -> grown(answer, d)))
                          .as("seed %d: %s, then %s", seed, first, second)
                          .isEqualTo(Rulebook.decision(second)));
        });
  }

  private static Decision grown(Decision answer, Decision later) {
    return new Decision(
        answer.outcome(), later.overlapMs(), answer.decidedAtMs(), answer.charges());
  }

  @Test
  void takesNoNoticeOfAnythingAtOrAfterTheWatermark() {
    forAll(
        MANY,
        given -> {
          Facts before =
              new Facts(
                  given.slot(),
                  before(given.host(), given.watermarkMs()),
                  before(given.guest(), given.watermarkMs()),
                  before(given.gaps(), given.watermarkMs()),
                  given.watermarkMs(),
                  given.chainTimeSeconds());
          assertThat(Rulebook.decide(before))
              .as("seed %d: %s", seed, given)
              .isEqualTo(Rulebook.decide(given));
        });
  }

  private static List<Interval> before(List<Interval> intervals, long watermarkMs) {
    return Intervals.clip(Intervals.unite(intervals), Long.MIN_VALUE, watermarkMs);
  }

  @Test
  void attestsOnlyInsideTheContractsWindow() {
    forAll(
        MANY,
        given -> {
          if (Rulebook.decide(given) instanceof Verdict.Attest attest) {
            AttestationWindow window =
                AttestationWindow.of(given.slot(), attest.decision().outcome());
            assertThat(given.chainTimeSeconds())
                .as("seed %d: %s", seed, given)
                .isBetween(window.firstSecond(), window.lastSecond());
          }
        });
  }

  @Test
  void recomputesTheDecisionFromTheMetricsAlone() {
    forAll(
        MANY,
        given ->
            assertThat(SessionFacts.of(1, "0xe", "7", "0xh", "0xg", given).recomputed())
                .as("seed %d: %s", seed, given)
                .isEqualTo(Rulebook.decision(given)));
  }

  @Test
  void triesEveryKindOfVerdictAndOutcome() {
    Set<String> seen = new TreeSet<>();
    forAll(MANY, given -> seen.add(kind(Rulebook.decide(given))));

    assertThat(seen)
        .containsExactly(
            "attest COMPLETED",
            "attest NO_SHOW_GUEST",
            "attest NO_SHOW_HOST",
            "inconclusive",
            "missed",
            "missed decided",
            "wait GRACE_NOT_OVER",
            "wait OVERLAP_NOT_MET",
            "wait SESSION_RUNNING");
  }

  private static String kind(Verdict verdict) {
    if (verdict instanceof Verdict.Attest attest) {
      return "attest " + attest.decision().outcome();
    }
    if (verdict instanceof Verdict.Wait wait) {
      return "wait " + wait.reason();
    }
    return verdict instanceof Verdict.Missed missed
        ? "missed" + missed.decision().map(d -> " decided").orElse("")
        : "inconclusive";
  }

  private void forAll(int count, Consumer<Facts> property) {
    for (int i = 0; i < count; i++) {
      property.accept(facts.next());
    }
  }

  private static Optional<Outcome> outcome(Facts given) {
    return Rulebook.decision(given).map(Decision::outcome);
  }

  private static Facts with(Facts given, List<Interval> host, List<Interval> guest) {
    return new Facts(
        given.slot(), host, guest, given.gaps(), given.watermarkMs(), given.chainTimeSeconds());
  }

  private static Facts at(Facts given, long watermarkMs) {
    return new Facts(
        given.slot(),
        given.host(),
        given.guest(),
        given.gaps(),
        watermarkMs,
        given.chainTimeSeconds());
  }
}
