package org.sessionsettlement.controlplane.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;

class LeaseRuleTest {
  private static final long SEEN_MS = 100_000;
  private static final Watch WATCHING = watch(114_500, 115_500);

  @Test
  void endsASilentConnectionAtItsLastHeartbeat() {
    assertThat(LeaseRule.expired(SEEN_MS, 116_000, WATCHING))
        .isEqualTo(new Ending(SEEN_MS, Ending.Reason.LEASE_OVER));
  }

  @Test
  void keepsAConnectionPresentUntilTheOutageThatSilencedItBegan() {
    assertThat(LeaseRule.expired(SEEN_MS, 160_000, watch(104_000, 150_000)))
        .isEqualTo(new Ending(104_000, Ending.Reason.OUTAGE));
  }

  @Test
  void knowsAnOutageBeforeTheServiceWroteItsFirstRowAfterIt() {
    var noRowYet = new Watch(OptionalLong.of(104_000), OptionalLong.empty());
    assertThat(LeaseRule.expired(SEEN_MS, 150_000, noRowYet))
        .isEqualTo(new Ending(104_000, Ending.Reason.OUTAGE));
  }

  @Test
  void takesSilenceOfALeaseAsNoOutage() {
    assertThat(LeaseRule.expired(SEEN_MS, 160_000, watch(104_000, 119_000)))
        .isEqualTo(new Ending(SEEN_MS, Ending.Reason.LEASE_OVER));
  }

  @Test
  void endsAtTheLastHeartbeatWhereThatCameAfterTheLastRow() {
    assertThat(LeaseRule.expired(SEEN_MS, 160_000, watch(99_600, 150_000)))
        .isEqualTo(new Ending(SEEN_MS, Ending.Reason.OUTAGE));
  }

  @Test
  void endsALiveConnectionAtTheInstantItLeaves() {
    assertThat(LeaseRule.endNow(connection(), Ending.Reason.LEFT, 115_000, WATCHING))
        .isEqualTo(new Ending(115_000, Ending.Reason.LEFT));
  }

  @Test
  void endsALateLeaverAtItsLastHeartbeat() {
    assertThat(LeaseRule.endNow(connection(), Ending.Reason.LEFT, 115_001, WATCHING))
        .isEqualTo(new Ending(SEEN_MS, Ending.Reason.LEASE_OVER));
  }

  @Test
  void neverEndsAConnectionBeforeItsLastHeartbeat() {
    assertThat(LeaseRule.endNow(connection(), Ending.Reason.REPLACED, 99_000, WATCHING))
        .isEqualTo(new Ending(SEEN_MS, Ending.Reason.REPLACED));
  }

  private static Watch watch(long lastRowMs, long nextRowMs) {
    return new Watch(OptionalLong.of(lastRowMs), OptionalLong.of(nextRowMs));
  }

  private static Connection connection() {
    return new Connection(
        UUID.randomUUID(),
        FakeBookings.key(1),
        FakeBookings.HOST,
        Role.HOST,
        90_000,
        SEEN_MS,
        Optional.empty());
  }
}
