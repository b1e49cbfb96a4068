package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Half an hour of which fifteen minutes are needed, with five minutes' grace. */
class StandingTest {
  private static final SlotTerms SLOT = SlotTerms.usual(1_800_000_000, 30);
  private static final long MINUTE_MS = 60_000;
  private static final Set<Side> BOTH = Set.of(Side.HOST, Side.GUEST);

  @Test
  void tellsTheGuestWhatLeavingCosts() {
    Standing standing = Standing.of(at(10, minutes(0, 10), minutes(0, 10)), Side.GUEST, BOTH);

    assertThat(standing.overlapMs()).isEqualTo(10 * MINUTE_MS);
    assertThat(standing.neededMs()).isEqualTo(15 * MINUTE_MS);
    assertThat(standing.isCounted()).isTrue();
    assertThat(standing.isOtherCounted()).isTrue();
    assertThat(standing.state()).isEqualTo(new Standing.State.Open());
    assertThat(standing.charges()).isEqualTo(new Charges(0, 0));
    assertThat(standing.ifBothStay())
        .contains(new Decision(Outcome.COMPLETED, 30 * MINUTE_MS, ms(15), Optional.empty()));
    assertThat(outcome(standing.ifILeave())).contains(Outcome.NO_SHOW_GUEST);
    assertThat(standing.ifILeave().orElseThrow().decidedAtMs()).isEqualTo(ms(25));
    assertThat(outcome(standing.ifBothLeave())).contains(Outcome.NO_SHOW_HOST);
  }

  @Test
  void letsBothGoOnceItIsCompleted() {
    Standing standing = Standing.of(at(16, minutes(0, 16), minutes(0, 16)), Side.HOST, BOTH);

    assertThat(standing.state()).isInstanceOf(Standing.State.Decided.class);
    assertThat(outcome(standing.ifILeave())).contains(Outcome.COMPLETED);
    assertThat(outcome(standing.ifBothLeave())).contains(Outcome.COMPLETED);
  }

  @Test
  void chargesWhoIsAwayWhileTheOtherWaits() {
    Standing standing =
        Standing.of(at(12, minutes(0, 12), minutes(2, 4)), Side.HOST, Set.of(Side.HOST));

    assertThat(standing.charges()).isEqualTo(new Charges(0, 8 * MINUTE_MS));
    assertThat(standing.isOtherCounted()).isFalse();
    assertThat(standing.state()).isEqualTo(new Standing.State.Open());
  }

  @Test
  void saysThatItIsTooLateWhileGraceRuns() {
    SlotTerms strict = new SlotTerms(1_800_000_000, 30, 10, 25);
    Facts facts =
        new Facts(strict, List.of(minutes(0, 6)), List.of(), List.of(), ms(6), 1_800_000_360);

    assertThat(Standing.of(facts, Side.HOST, Set.of(Side.HOST)).state())
        .isEqualTo(new Standing.State.CanNoLongerComplete());
  }

  @Test
  void countsNobodyBeforeTheStartAndAfterTheEnd() {
    for (int minute : new int[] {-1, 30}) {
      Standing standing =
          Standing.of(at(minute, minutes(-5, 30), minutes(-5, 30)), Side.HOST, BOTH);
      assertThat(standing.isCounted()).isFalse();
      assertThat(standing.isOtherCounted()).isFalse();
    }
    assertThat(Standing.of(at(0, minutes(-5, 0), minutes(-5, 0)), Side.HOST, BOTH).isCounted())
        .isTrue();
  }

  private static Facts at(int minute, Interval host, Interval guest) {
    return new Facts(
        SLOT, List.of(host), List.of(guest), List.of(), ms(minute), ms(minute) / 1_000);
  }

  private static Optional<Outcome> outcome(Optional<Decision> decision) {
    return decision.map(Decision::outcome);
  }

  private static Interval minutes(int from, int until) {
    return new Interval(ms(from), ms(until));
  }

  private static long ms(int minute) {
    return SLOT.startMs() + minute * MINUTE_MS;
  }
}
