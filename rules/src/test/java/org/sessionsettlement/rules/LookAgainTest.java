package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The scheduler's answer. {@code -Dseed=...} runs a failure again. */
class LookAgainTest {
  private static final SlotTerms SLOT = new SlotTerms(1_800_000_000, 30, 10, 20);
  private static final long S = SLOT.startMs();
  private static final int MANY = 20_000;

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private final RandomFacts facts = new RandomFacts(random);

  @Test
  void looksWhenTheOverlapIsReachedWhileBothAreThere() {
    assertThat(lookAgain(present(-60, 300), present(-60, 300), List.of(), 300))
        .hasValue(S + 1_200_000);
  }

  @Test
  void looksAMillisecondAfterTheBudgetIsSpentWhileOneIsMissing() {
    assertThat(lookAgain(present(0, 900), present(0, 1000), List.of(), 1000))
        .hasValue(S + 1_500_000 + 1);
  }

  @Test
  void looksAMillisecondAfterTheGraceWhenOnlyTheGraceIsMissing() {
    SlotTerms strict = new SlotTerms(1_800_000_000, 30, 10, 25);
    Facts given =
        new Facts(strict, List.of(), present(0, 400), List.of(), S + 400_000, 1_800_000_400);

    assertThat(Rulebook.lookAgainMs(given)).hasValue(S + 600_000 + 1);
  }

  @Test
  void waitsOutAnOutageThatReachesOverTheGrace() {
    SlotTerms strict = new SlotTerms(1_800_000_000, 30, 5, 28);
    Facts given =
        new Facts(
            strict, List.of(), present(0, 200), present(200, 400), S + 250_000, 1_800_000_250);

    assertThat(Rulebook.lookAgainMs(given)).hasValue(S + 400_000 + 1);
  }

  @Test
  void doesNotSpendTheBudgetOnUnwatchedTimeAlreadyRecorded() {
    assertThat(lookAgain(List.of(), present(0, 300), present(200, 420), 300))
        .hasValue(S + 420_000 + 400_000 + 1);
  }

  @Test
  void looksFromTheStartOnBeforeTheSession() {
    assertThat(lookAgain(List.of(), List.of(), List.of(), -3600)).hasValue(S + 600_000 + 1);
    assertThat(lookAgain(present(-3700, -3600), present(-3700, -3600), List.of(), -3600))
        .hasValue(S + 1_200_000);
  }

  @Test
  void looksAtTheEndAtTheLatest() {
    assertThat(lookAgain(present(0, 300), present(0, 300), present(300, 1790), 300))
        .hasValue(S + 1_200_000);
    assertThat(lookAgain(present(0, 100), present(0, 300), present(290, 1790), 300))
        .hasValue(S + 1_800_000);
  }

  @Test
  void looksAtTheEndWhereUnwatchedTimeIsRecordedToLastForEver() {
    List<Interval> forEver = List.of(new Interval(Long.MIN_VALUE, Long.MAX_VALUE));

    assertThat(lookAgain(List.of(), List.of(), forEver, 300)).hasValue(S + 1_800_000);
    assertThat(lookAgain(forEver, forEver, forEver, 300)).hasValue(S + 1_200_000);
  }

  @Test
  void looksWhenTheWindowOpensForAnOutcomeAlreadyDecided() {
    Facts given =
        new Facts(SLOT, List.of(), present(0, 700), List.of(), S + 700_000, 1_800_000_500);

    assertThat(Rulebook.lookAgainMs(given)).hasValue(S + 600_000);
  }

  @Test
  void looksWhenAllWindowsAreGoneForAnInconclusiveSession() {
    assertThat(lookAgain(present(0, 300), present(0, 300), present(300, 1800), 1900))
        .hasValue(S + 1_800_000 + 7_200_000 + 1_000);
  }

  @Test
  void looksNeverAgainAtAMissedOne() {
    Facts given =
        new Facts(SLOT, List.of(), present(0, 700), List.of(), S + 1_900_000, 1_800_002_401);

    assertThat(Rulebook.lookAgainMs(given)).isEmpty();
  }

  @Test
  void theAnswerStaysAsItIsUntilThen() {
    for (int i = 0; i < MANY; i++) {
      Facts given = facts.next();
      long changes = Rulebook.lookAgainMs(given).orElse(Long.MAX_VALUE / 2);
      long before = changes - 1 - random.nextInt(60_000);
      assertThat(answer(goneOn(given, random.nextBoolean() ? changes - 1 : before)))
          .as("seed %d: %s until %d", seed, given, changes)
          .isEqualTo(answer(given));
    }
  }

  @Test
  void theAnswerIsAnotherOneThen() {
    for (int i = 0; i < MANY; i++) {
      Facts given = facts.next();
      Rulebook.lookAgainMs(given)
          .ifPresent(
              changes ->
                  assertThat(answer(goneOn(given, changes)))
                      .as("seed %d: %s at %d", seed, given, changes)
                      .isNotEqualTo(answer(given)));
    }
  }

  @Test
  void aFewLooksAreEnough() {
    for (int i = 0; i < MANY; i++) {
      Facts given = facts.next();
      Facts now = given;
      OptionalLong next = Rulebook.lookAgainMs(now);
      for (int looks = 0; next.isPresent(); looks++) {
        assertThat(looks).as("seed %d: %s", seed, given).isLessThan(6);
        now = goneOn(now, next.getAsLong());
        next = Rulebook.lookAgainMs(now);
      }
      assertThat(Rulebook.decide(now))
          .as("seed %d: %s", seed, given)
          .isInstanceOf(Verdict.Missed.class);
    }
  }

  /** The answer as a scheduler sees it: which kind of waiting it is makes no difference. */
  private static Object answer(Facts given) {
    Verdict verdict = Rulebook.decide(given);
    if (verdict instanceof Verdict.Attest attest) {
      return withoutOverlap(attest.decision());
    }
    if (verdict instanceof Verdict.Missed) {
      return Verdict.Missed.class;
    }
    return verdict instanceof Verdict.Wait wait ? wait.untilMs() : verdict;
  }

  private static Decision withoutOverlap(Decision decision) {
    return new Decision(decision.outcome(), 0, decision.decidedAtMs(), decision.charges());
  }

  /** The same facts at a later instant, if everything goes on as it was. */
  private static Facts goneOn(Facts given, long nowMs) {
    long before = given.watermarkMs();
    long after = Math.max(before, nowMs);
    return new Facts(
        given.slot(),
        goneOn(given.host(), before, after),
        goneOn(given.guest(), before, after),
        Intervals.unite(given.gaps()).stream().filter(gap -> gap.fromMs() < before).toList(),
        after,
        Math.max(given.chainTimeSeconds(), Math.floorDiv(nowMs, 1_000)));
  }

  private static List<Interval> goneOn(List<Interval> presence, long before, long after) {
    return Intervals.unite(presence).stream()
        .filter(there -> there.fromMs() < before)
        .map(
            there ->
                there.untilMs() < before
                    ? there
                    : new Interval(there.fromMs(), Math.max(after, there.untilMs())))
        .toList();
  }

  private static OptionalLong lookAgain(
      List<Interval> host, List<Interval> guest, List<Interval> gaps, long nowSeconds) {
    return Rulebook.lookAgainMs(
        new Facts(
            SLOT, host, guest, gaps, S + nowSeconds * 1_000, SLOT.startTimeSeconds() + nowSeconds));
  }

  private static List<Interval> present(long fromSeconds, long untilSeconds) {
    return List.of(new Interval(S + fromSeconds * 1_000, S + untilSeconds * 1_000));
  }
}
