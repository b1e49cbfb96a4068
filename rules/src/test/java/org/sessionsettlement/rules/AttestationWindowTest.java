package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The table of attestation windows in docs/escrow-v1.md. */
class AttestationWindowTest {
  private static final long START = 1_800_000_000;
  private static final SlotTerms SLOT = new SlotTerms(START, 30, 10, 20);

  @Test
  void takesCompletedFromTheMinimumOverlapUntilTwoHoursAfterTheEnd() {
    assertThat(AttestationWindow.of(SLOT, Outcome.COMPLETED))
        .isEqualTo(new AttestationWindow(START + 1200, START + 1800 + 7200));
  }

  @Test
  void takesANoShowFromTheGraceOnForAsLongAsTheSessionLasts() {
    AttestationWindow noShow = new AttestationWindow(START + 600, START + 600 + 1800);

    assertThat(AttestationWindow.of(SLOT, Outcome.NO_SHOW_HOST)).isEqualTo(noShow);
    assertThat(AttestationWindow.of(SLOT, Outcome.NO_SHOW_GUEST)).isEqualTo(noShow);
  }

  @Test
  void includesBothItsEnds() {
    AttestationWindow window = new AttestationWindow(10, 20);

    assertThat(window.opensAfter(9)).isTrue();
    assertThat(window.opensAfter(10)).isFalse();
    assertThat(window.closedBefore(20)).isFalse();
    assertThat(window.closedBefore(21)).isTrue();
  }

  @Test
  void isOverForAllWhenTheLaterOneIs() {
    assertThat(AttestationWindow.lastSecondOfAll(SLOT)).isEqualTo(START + 1800 + 7200);
    assertThat(AttestationWindow.lastSecondOfAll(new SlotTerms(START, 30, 180, 20)))
        .isEqualTo(START + 1800 + 180 * 60);
  }
}
