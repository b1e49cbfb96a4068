package org.sessionsettlement.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.client.call.CallPhase;

class CallLinesTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void tellsPeopleEachPhaseAndWhatWasHeard() {
    tell(false);

    assertThat(lines())
        .containsExactly(
            "waiting for peer",
            "connected",
            "ended session over",
            "failed refused not a participant",
            "heard 7 frames of 10 ms, 2 of them silent, in 90 ms");
  }

  @Test
  void tellsProgramsTheSameAsJson() {
    tell(true);

    assertThat(lines())
        .containsExactly(
            "{\"at_ms\":5,\"phase\":\"waiting_for_peer\"}",
            "{\"at_ms\":5,\"phase\":\"connected\"}",
            "{\"at_ms\":5,\"phase\":\"ended\",\"reason\":\"session_over\"}",
            "{\"at_ms\":5,\"phase\":\"failed\",\"reason\":\"refused\",\"detail\":\"not_a_participant\"}",
            "{\"at_ms\":5,\"duration_ms\":90,\"frames\":7,\"silent_frames\":2}");
  }

  private void tell(boolean json) {
    CallLines lines =
        new CallLines(new PrintStream(written, true, StandardCharsets.UTF_8), json, () -> 5);
    lines.phase(new CallPhase.WaitingForPeer());
    lines.phase(new CallPhase.Connected());
    lines.phase(new CallPhase.Ended(CallPhase.EndReason.SESSION_OVER));
    lines.phase(new CallPhase.Failed(CallPhase.FailureReason.REFUSED, "not_a_participant"));
    lines.heard(new HeardAudio.Counts(7, 5), 90);
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
