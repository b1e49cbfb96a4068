package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TermsTroubleTest {
  private static final long A_DAY = 86_400;

  @Test
  void findsNoneInTheUsualTerms() {
    assertThat(TermsTrouble.of(SlotTerms.usual(0, 30), A_DAY)).isEmpty();
  }

  @Test
  void findsAGraceUnderFiveMinutes() {
    assertThat(trouble(30, 5, 15)).isEmpty();
    assertThat(trouble(30, 4, 15)).containsExactly(TermsTrouble.GRACE_TOO_SHORT);
  }

  @Test
  void findsAGraceThatLeavesLessThanTwoMinutesToSpare() {
    assertThat(trouble(30, 8, 20)).isEmpty();
    assertThat(trouble(30, 9, 20)).containsExactly(TermsTrouble.GRACE_TOO_LONG);
  }

  @Test
  void findsThatNoOverlapIsNeeded() {
    assertThat(trouble(30, 5, 0)).containsExactly(TermsTrouble.NO_OVERLAP_NEEDED);
  }

  @Test
  void findsAFallbackThatOpensBeforeTheNoShowWindowCloses() {
    SlotTerms slot = new SlotTerms(0, 30, 8, 20);

    assertThat(TermsTrouble.of(slot, 8 * 60)).isEmpty();
    assertThat(TermsTrouble.of(slot, 8 * 60 - 1)).containsExactly(TermsTrouble.FALLBACK_TOO_EARLY);
  }

  @Test
  void findsAllThereIsAtOnce() {
    assertThat(TermsTrouble.of(new SlotTerms(0, 2, 4, 0), 0))
        .containsExactlyInAnyOrder(TermsTrouble.values());
  }

  private static Set<TermsTrouble> trouble(int duration, int grace, int overlap) {
    return TermsTrouble.of(new SlotTerms(0, duration, grace, overlap), A_DAY);
  }
}
