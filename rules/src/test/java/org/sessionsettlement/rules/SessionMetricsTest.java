package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionMetricsTest {
  private static final SlotTerms SLOT = new SlotTerms(1_800_000_000, 30, 10, 20);
  private static final long S = SLOT.startMs();
  private static final Facts FACTS =
      new Facts(
          SLOT,
          List.of(new Interval(S + 300_000, S + 9_000_000), new Interval(S - 60_000, S + 300_000)),
          List.of(new Interval(S, S + 900_000)),
          List.of(new Interval(S - 500_000, S + 1_000), new Interval(S + 5_000, S + 5_000)),
          S + 1_700_000,
          1_800_001_700);

  @Test
  void carryWhatCountedUnitedAndClippedToTheSessionAndTheWatermark() {
    SessionFacts facts = metrics(decided()).facts();

    assertThat(facts.host())
        .isEqualTo(new SessionFacts.Party("0xh", List.of(new Interval(S, S + 1_700_000))));
    assertThat(facts.guest())
        .isEqualTo(new SessionFacts.Party("0xg", List.of(new Interval(S, S + 900_000))));
    assertThat(facts.gaps()).containsExactly(new Interval(S, S + 1_000));
    assertThat(facts.watermarkMs()).isEqualTo(S + 1_700_000);
    assertThat(facts.slot()).isEqualTo(SLOT);
  }

  @Test
  void letAnyoneDecideAnew() {
    assertThat(metrics(decided()).outcome()).isEqualTo(Outcome.NO_SHOW_GUEST);
    assertThat(metrics(decided()).facts().recomputed()).hasValue(decided());
  }

  @Test
  void giveAwayADecisionThatDoesNotFollowFromThem() {
    Decision forged = new Decision(Outcome.COMPLETED, 1_200_000, S + 1_200_000, Optional.empty());

    assertThat(metrics(forged).facts().recomputed()).isNotEqualTo(Optional.of(forged));
  }

  private static Decision decided() {
    return Rulebook.decision(FACTS).orElseThrow();
  }

  private static SessionMetrics metrics(Decision decision) {
    return new SessionMetrics(SessionFacts.of(1337, "0xe", "7", "0xh", "0xg", FACTS), decision);
  }
}
