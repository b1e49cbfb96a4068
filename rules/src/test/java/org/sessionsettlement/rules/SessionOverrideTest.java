package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionOverrideTest {
  private static final SlotTerms SLOT = new SlotTerms(1_800_000_000, 30, 10, 20);
  private static final SessionFacts FACTS =
      SessionFacts.of(
          1337,
          "0xe",
          "7",
          "0xh",
          "0xg",
          new Facts(SLOT, List.of(), List.of(), List.of(), SLOT.endMs(), 1_800_001_800));

  @Test
  void attestsTheForcedOutcomeAndKeepsTheComputedOne() {
    var override = override("The host's provider was down; both confirm the call by phone.");

    assertThat(override.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(override.computed()).isEqualTo(override.facts().recomputed());
    assertThat(override.computed().map(Decision::outcome)).contains(Outcome.NO_SHOW_HOST);
  }

  @Test
  void takesAnyReasonThatCanBeReadOnOneLine() {
    assertThat(SessionOverride.isReason("x")).isTrue();
    assertThat(SessionOverride.isReason("Größe: \"5\" \\ 七 \uD83D\uDE00")).isTrue();
    assertThat(SessionOverride.isReason("x".repeat(SessionOverride.MAX_REASON_LENGTH))).isTrue();
  }

  @Test
  void refusesReasonsThatSayNothingOrHideSomething() {
    for (String bad :
        List.of(
            "",
            " ",
            "x".repeat(SessionOverride.MAX_REASON_LENGTH + 1),
            "two\nlines",
            "a\ttab",
            "\u007f",
            "two\u2028lines",
            "right\u202eto left",
            "half \uD83D")) {
      assertThat(SessionOverride.isReason(bad)).as(bad).isFalse();
      assertThatIllegalArgumentException().isThrownBy(() -> override(bad));
    }
  }

  private static SessionOverride override(String reason) {
    return new SessionOverride(
        FACTS,
        Rulebook.decision(
            new Facts(SLOT, List.of(), List.of(), List.of(), SLOT.endMs(), 1_800_001_800)),
        Outcome.COMPLETED,
        reason,
        "0xo",
        1_800_001_801_000L,
        "0x00");
  }

  @Test
  void standsWhereTheRulebookGaveNoAnswer() {
    var override =
        new SessionOverride(
            FACTS, Optional.empty(), Outcome.NO_SHOW_GUEST, "Nobody watched.", "0xo", 1, "0x00");

    assertThat(override.computed()).isEmpty();
  }
}
