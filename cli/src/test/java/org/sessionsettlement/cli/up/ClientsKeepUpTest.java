package org.sessionsettlement.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.stack.ServiceClock.Followed;
import org.sessionsettlement.localnet.Step;

class ClientsKeepUpTest {
  private static final long NOW_MS = 1_000_000;
  private static final Step LIVE = new Step(995, 1_000, true);

  private int pauses;
  private long heardMs = NOW_MS - 8_000;

  @Test
  void waitsUntilTheSilentClientHasBeaten() {
    new ClientsKeepUp(() -> followed(heardMs), () -> beatAfter(3)).await(LIVE);
    assertThat(pauses).isEqualTo(3);
  }

  @Test
  void waitsForNobodyWhereNobodyIsConnected() {
    new ClientsKeepUp(() -> new Followed(NOW_MS, Optional.empty()), () -> pauses++).await(LIVE);
    assertThat(pauses).isZero();
  }

  @Test
  void waitsForNobodyWhileNoSessionRuns() {
    Step jump = new Step(0, 1_000, false);
    new ClientsKeepUp(() -> followed(heardMs), () -> pauses++).await(jump);
    assertThat(pauses).isZero();
  }

  @Test
  void doesNotWaitForEver() {
    new ClientsKeepUp(() -> followed(heardMs), () -> pauses++).await(LIVE);
    assertThat(pauses).isEqualTo(ClientsKeepUp.MAX_LOOKS);
  }

  private void beatAfter(int looks) {
    pauses++;
    if (pauses == looks) {
      heardMs = NOW_MS;
    }
  }

  private static Followed followed(long oldestMs) {
    return new Followed(NOW_MS, Optional.of(oldestMs));
  }
}
