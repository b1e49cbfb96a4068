package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.rules.Charges;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.Verdict;

class PlanTest {
  private static final long START_S = FakeBookings.START_S;
  private static final long START_MS = START_S * 1_000;
  private static final long END_S = START_S + 1_800;
  private static final Decision COMPLETED =
      new Decision(Outcome.COMPLETED, 900_000, START_MS + 900_000, Optional.empty());
  private static final Decision NO_SHOW =
      new Decision(Outcome.NO_SHOW_HOST, 0, START_MS, Optional.of(new Charges(1, 0)));
  private static final Verdict RUNNING =
      new Verdict.Wait(Verdict.Reason.SESSION_RUNNING, OptionalLong.empty());

  @Test
  void submitsANoShowAtOnceAndACompletedNotBeforeTheEnd() {
    assertThat(plan(new Verdict.Attest(NO_SHOW), START_S + 400))
        .isEqualTo(new Plan.Submit(NO_SHOW));
    assertThat(plan(new Verdict.Attest(COMPLETED), END_S - 1))
        .isEqualTo(new Plan.LookAgain(END_S * 1_000 + Plan.CHAIN_LAG_MS));
    assertThat(plan(new Verdict.Attest(COMPLETED), END_S)).isEqualTo(new Plan.Submit(COMPLETED));
  }

  @Test
  void looksAgainAtTheInstantThatTheRulebookNames() {
    long hopeEndsMs = START_MS + 900_001;
    assertThat(Plan.of(RUNNING, facts(START_S + 899), START_MS + 899_000))
        .isEqualTo(new Plan.LookAgain(Math.max(hopeEndsMs, START_MS + 900_000)));
  }

  @Test
  void looksAtARunningSessionNowAndThenSinceJoinsAndLeavesMoveItsAnswer() {
    assertThat(Plan.of(RUNNING, facts(START_S + 1), START_MS + 1_000))
        .isEqualTo(new Plan.LookAgain(START_MS + 1_000 + Plan.MOST_PAUSE_WHILE_RUNNING_MS));
  }

  @Test
  void neverLooksAgainAtOnce() {
    long hopeEndsMs = START_MS + 900_001;
    assertThat(Plan.of(RUNNING, facts(START_S + 899), hopeEndsMs))
        .isEqualTo(new Plan.LookAgain(hopeEndsMs + Plan.LEAST_PAUSE_MS));
  }

  @Test
  void looksTheLessOftenTheLongerItHearsTheSame() {
    long hopeEndsMs = START_MS + 900_001;
    assertThat(Plan.of(RUNNING, facts(START_S + 899), hopeEndsMs + 700))
        .isEqualTo(new Plan.LookAgain(hopeEndsMs + 2 * 700));
    assertThat(Plan.of(RUNNING, facts(START_S + 899), hopeEndsMs + 60_000))
        .isEqualTo(new Plan.LookAgain(hopeEndsMs + 60_000 + Plan.MOST_PAUSE_WHILE_LATE_MS));
  }

  @Test
  void doesNothingMoreAboutAMissedWindow() {
    assertThat(plan(new Verdict.Missed(Optional.empty()), END_S + 9_000))
        .isEqualTo(new Plan.Nothing());
  }

  @Test
  void looksAtAnInconclusiveSessionOnceMoreWhenAllWindowsAreGone() {
    assertThat(plan(new Verdict.Inconclusive(), END_S))
        .isEqualTo(new Plan.LookAgain((END_S + 7_200 + 1) * 1_000));
  }

  private static Plan plan(Verdict verdict, long chainSeconds) {
    return Plan.of(verdict, facts(chainSeconds), START_MS);
  }

  /** The host alone, all the time. */
  private static Facts facts(long seconds) {
    return new Facts(
        FakeBookings.HALF_AN_HOUR,
        List.of(new Interval(START_MS, seconds * 1_000)),
        List.of(),
        List.of(),
        seconds * 1_000,
        seconds);
  }
}
