package org.sessionsettlement.cli.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.cli.call.CallStack.GUEST;
import static org.sessionsettlement.cli.call.CallStack.HOST;

import org.junit.jupiter.api.Test;
import org.sessionsettlement.localnet.DevAccounts;
import tools.jackson.databind.JsonNode;

/** Calls between processes, over the real service. */
class CallCommandTest {
  private static final CallStack STACK = CallStack.shared();
  private static final long EXIT_TIMEOUT_S = 60;

  @Test
  void twoPartiesHearEachOtherUntilOneHangsUpAndAgainWhenItIsBack() throws Exception {
    try (CallProcess host = STACK.call(HOST);
        CallProcess guest = STACK.call(GUEST, "--for", "10s")) {
      host.untilPhase("connected");
      guest.untilPhase("connected");
      JsonNode ended = guest.untilPhase("ended");
      assertThat(ended.get("reason").asString()).isEqualTo("hung_up");
      assertHeard(guest.last());
      assertThat(guest.exitCode(EXIT_TIMEOUT_S)).isZero();

      host.untilPhase("waiting_for_peer");
      try (CallProcess again = STACK.call(GUEST, "--for", "8s")) {
        host.untilPhase("connected");
        assertHeard(again.last());
      }
      host.interrupt();
      host.untilPhase("ended");
      assertHeard(host.last());
    }
  }

  @Test
  void anotherDeviceOfTheWalletTakesTheSeatAtOnce() throws Exception {
    try (CallProcess first = STACK.call(HOST)) {
      first.untilPhase("waiting_for_peer");
      try (CallProcess second = STACK.call(HOST)) {
        JsonNode failed = first.untilPhase("failed");
        assertThat(failed.get("reason").asString()).isEqualTo("seat_taken");
        assertThat(first.exitCode(EXIT_TIMEOUT_S)).isEqualTo(1);
        second.untilPhase("waiting_for_peer");
      }
    }
  }

  @Test
  void saysWhyItIsNotLetIn() throws Exception {
    try (CallProcess call = STACK.call(DevAccounts.GUESTS.getLast())) {
      assertThat(call.untilPhase("failed").get("detail").asString()).isEqualTo("not_a_participant");
      assertThat(call.exitCode(EXIT_TIMEOUT_S)).isEqualTo(1);
    }
  }

  private static void assertHeard(JsonNode last) {
    long loud = last.get("frames").asLong() - last.get("silent_frames").asLong();
    assertThat(loud).as(last.toString()).isGreaterThanOrEqualTo(50);
  }
}
