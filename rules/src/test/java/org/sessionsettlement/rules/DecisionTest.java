package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {

  @Test
  void hasChargesExactlyWhereSomebodyIsAtFault() {
    assertThatThrownBy(() -> new Decision(Outcome.NO_SHOW_HOST, 0, 0, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Decision(Outcome.COMPLETED, 0, 0, Optional.of(new Charges(0, 0))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNegativeTimes() {
    assertThatThrownBy(() -> new Decision(Outcome.COMPLETED, -1, 0, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Charges(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Charges(0, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesItsOutcomeAsTheContractDoes() {
    assertThat(Outcome.ofContractName("NoShowGuest")).hasValue(Outcome.NO_SHOW_GUEST);
    assertThat(Outcome.ofContractName("CancelledByHost")).isEmpty();
    assertThat(Outcome.COMPLETED.code()).isEqualTo(1);
    assertThat(Outcome.NO_SHOW_HOST.code()).isEqualTo(2);
    assertThat(Outcome.NO_SHOW_GUEST.code()).isEqualTo(3);
  }
}
