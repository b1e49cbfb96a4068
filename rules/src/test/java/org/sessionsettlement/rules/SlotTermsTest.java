package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotTermsTest {

  @Test
  void knowsItsInstantsInMilliseconds() {
    SlotTerms slot = new SlotTerms(1_800_000_000, 30, 10, 20);

    assertThat(slot.startMs()).isEqualTo(1_800_000_000_000L);
    assertThat(slot.endMs()).isEqualTo(1_800_001_800_000L);
    assertThat(slot.graceEndMs()).isEqualTo(1_800_000_600_000L);
    assertThat(slot.needMs()).isEqualTo(1_200_000);
    assertThat(slot.budgetMs()).isEqualTo(600_000);
  }

  @Test
  void usuallyGivesFiveMinutesGraceAndAsksForHalfTheSession() {
    assertThat(SlotTerms.usual(1_800_000_000, 45))
        .isEqualTo(new SlotTerms(1_800_000_000, 45, 5, 22));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 30, 10, 20, startTimeSeconds",
    "281474976710656, 30, 10, 20, startTimeSeconds",
    "0, 0, 10, 0, durationMins",
    "0, -30, 10, 20, durationMins",
    "0, 30, -1, 20, graceMins",
    "0, 30, 4294967296, 20, graceMins",
    "0, 30, 10, -1, minOverlapMins",
    "0, 30, 10, 31, minOverlapMins"
  })
  void refusesWhatTheContractCannotHold(
      long start, int duration, long grace, int overlap, String term) {
    assertThatThrownBy(() -> new SlotTerms(start, duration, grace, overlap))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(term + " is ");
  }

  @Test
  void doesNotOverflowAtTheContractsEdges() {
    SlotTerms slot = new SlotTerms((1L << 48) - 1, Integer.MAX_VALUE, (1L << 32) - 1, 0);

    assertThat(slot.graceEndMs()).isGreaterThan(slot.endMs());
    assertThat(slot.endMs()).isGreaterThan(slot.startMs());
    assertThat(AttestationWindow.lastSecondOfAll(slot))
        .isGreaterThan(AttestationWindow.of(slot, Outcome.COMPLETED).lastSecond());
  }
}
