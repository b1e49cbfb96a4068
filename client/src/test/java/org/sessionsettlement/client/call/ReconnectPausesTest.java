package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconnectPausesTest {
  @Test
  void opensAtOnceAndThenPausesLongerEachTimeUpToALimit() {
    assertThat(IntStream.range(0, 8).mapToObj(n -> ReconnectPauses.beforeMs(n, 1006)))
        .containsExactly(0L, 250L, 500L, 1_000L, 2_000L, 4_000L, 5_000L, 5_000L);
    assertThat(ReconnectPauses.beforeMs(Integer.MAX_VALUE, 1006)).isEqualTo(5_000);
  }

  @Test
  void pausesFirstWhereItWasAtFault() {
    for (int code : new int[] {1009, 4007, 4008}) {
      assertThat(ReconnectPauses.beforeMs(0, code)).isEqualTo(ReconnectPauses.AT_FAULT_MS);
      assertThat(ReconnectPauses.beforeMs(20, code)).isEqualTo(ReconnectPauses.LONGEST_MS);
    }
  }
}
