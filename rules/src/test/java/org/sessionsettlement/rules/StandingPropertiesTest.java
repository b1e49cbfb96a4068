package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A standing promises what the rulebook keeps. {@code -Dseed=...} runs a failure again. */
class StandingPropertiesTest {
  private static final int MANY = 20_000;
  private static final int SOME = 1_500;
  private static final Set<Side> NOBODY = Set.of();
  private static final Set<Side> BOTH = Set.of(Side.HOST, Side.GUEST);

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private final RandomFacts facts = new RandomFacts(random);

  @Test
  void foretellsWhatAModelDecidesLaterIfThingsGoThatWay() {
    for (int i = 0; i < SOME; i++) {
      Facts given = facts.next();
      Side me = side();
      Standing standing = Standing.of(given, me, BOTH);
      check(given, standing.ifBothStay(), BOTH);
      check(given, standing.ifILeave(), Set.of(me.other()));
      check(given, standing.ifBothLeave(), NOBODY);
    }
  }

  private void check(Facts given, Optional<Decision> foretold, Set<Side> staying) {
    assertThat(foretold)
        .as("seed %d, %s stay: %s", seed, staying, given)
        .isEqualTo(new ByTheMillisecond(atEnd(given, staying)).decision());
  }

  @Test
  void takesWhoIsNotConnectedToStayAway() {
    forAll(
        (given, me) -> {
          Standing standing = Standing.of(given, me, Set.of(me));
          assertThat(standing.ifILeave())
              .as("seed %d: %s", seed, given)
              .isEqualTo(standing.ifBothLeave());
        });
  }

  @Test
  void keepsWhatItCallsDecidedWhateverHappensNext() {
    forAll(
        (given, me) -> {
          Standing standing = Standing.of(given, me, BOTH);
          if (standing.state() instanceof Standing.State.Decided decided) {
            for (Optional<Decision> outlook : outlooks(standing)) {
              assertThat(outlook.map(StandingPropertiesTest::lasting))
                  .as("seed %d: %s", seed, given)
                  .contains(lasting(decided.decision()));
            }
          }
        });
  }

  @Test
  void completesIfBothStayExactlyWhereItIsNotTooLate() {
    forAll(
        (given, me) -> {
          Standing standing = Standing.of(given, me, NOBODY);
          Optional<Outcome> best = standing.ifBothStay().map(Decision::outcome);
          if (standing.state() instanceof Standing.State.Open) {
            assertThat(best)
                .as("seed %d, empty where gaps stand between: %s", seed, given)
                .isIn(Optional.of(Outcome.COMPLETED), Optional.empty());
          } else if (standing.state() instanceof Standing.State.CanNoLongerComplete) {
            assertThat(best.filter(Outcome::isNoShow)).as("seed %d: %s", seed, given).isPresent();
          }
        });
  }

  @Test
  void chargesSoFarWhatADecidedNoShowCharges() {
    forAll(
        (given, me) -> {
          Standing standing = Standing.of(given, me, BOTH);
          if (standing.state() instanceof Standing.State.Decided decided) {
            decided
                .decision()
                .charges()
                .ifPresent(
                    charges ->
                        assertThat(standing.charges())
                            .as("seed %d: %s", seed, given)
                            .isEqualTo(charges));
          }
        });
  }

  @Test
  void triesEveryState() {
    Set<String> seen = new TreeSet<>();
    forAll(
        (given, me) -> seen.add(Standing.of(given, me, BOTH).state().getClass().getSimpleName()));
    assertThat(seen).containsExactly("CanNoLongerComplete", "Decided", "Open");
  }

  private interface Property {
    void check(Facts given, Side me);
  }

  private void forAll(Property property) {
    for (int i = 0; i < MANY; i++) {
      property.check(facts.next(), side());
    }
  }

  private Side side() {
    return random.nextBoolean() ? Side.HOST : Side.GUEST;
  }

  private static List<Optional<Decision>> outlooks(Standing standing) {
    return List.of(standing.ifBothStay(), standing.ifILeave(), standing.ifBothLeave());
  }

  private static Facts atEnd(Facts given, Set<Side> staying) {
    return new Facts(
        given.slot(),
        staying.contains(Side.HOST) ? stays(given, given.host()) : given.host(),
        staying.contains(Side.GUEST) ? stays(given, given.guest()) : given.guest(),
        given.gaps(),
        Math.max(given.watermarkMs(), given.slot().endMs()),
        given.chainTimeSeconds());
  }

  private static List<Interval> stays(Facts given, List<Interval> presence) {
    List<Interval> longer = new ArrayList<>(presence);
    if (given.watermarkMs() < given.slot().endMs()) {
      longer.add(new Interval(given.watermarkMs(), given.slot().endMs()));
    }
    return longer;
  }

  /** All of a decision but the overlap, which may go on growing. */
  private static Decision lasting(Decision decision) {
    return new Decision(decision.outcome(), 0, decision.decidedAtMs(), decision.charges());
  }
}
