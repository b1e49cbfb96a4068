package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChainGuardTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger looked = new AtomicInteger();
  private final AtomicInteger worked = new AtomicInteger();

  @Test
  void asksTheNodeOnceAndLetsWorkBeDone() {
    var work = guardOf(31337).before(worked::incrementAndGet);
    work.run();
    work.run();
    assertThat(asked).hasValue(1);
    assertThat(looked).hasValue(1);
    assertThat(worked).hasValue(2);
  }

  @Test
  void letsNothingBeDoneAgainstAnotherChain() {
    var work = guardOf(1).before(worked::incrementAndGet);
    assertThatThrownBy(work::run)
        .isInstanceOf(WrongSetting.class)
        .hasMessage("SETTLE_SERVICE_CHAIN_ID is 31337, but the node serves chain 1");
    assertThat(looked).hasValue(0);
    assertThat(worked).hasValue(0);
  }

  private ChainGuard guardOf(long nodesChain) {
    return new ChainGuard(
        31337,
        () -> {
          asked.incrementAndGet();
          return nodesChain;
        },
        looked::incrementAndGet);
  }
}
