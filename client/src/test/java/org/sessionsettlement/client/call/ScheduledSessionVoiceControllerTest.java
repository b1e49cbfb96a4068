package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.call.CallPhase.FailureReason;

class ScheduledSessionVoiceControllerTest {
  private static final CallPhase CONNECTED = new CallPhase.Connected();
  private static final CallPhase WAITING = new CallPhase.WaitingForPeer();

  private final FakeTime time = new FakeTime();
  private final Party host = new Party(time, "host", "11");
  private final Party guest = new Party(time, "guest", "22");

  ScheduledSessionVoiceControllerTest() {
    host.wire(guest);
  }

  @Test
  void twoPartiesTalkAreCutComeBackAndSayBye() {
    connect();
    time.pass(60_000);
    assertThat(host.call.durationMs()).isEqualTo(60_000);

    host.media.cut();
    time.run();
    assertThat(host.call.phase()).isEqualTo(new CallPhase.Reconnecting());
    assertThat(guest.call.phase()).isEqualTo(new CallPhase.Reconnecting());
    time.pass(10_000);
    assertThat(host.call.phase()).isEqualTo(CONNECTED);
    assertThat(guest.call.phase()).isEqualTo(CONNECTED);

    guest.call.close();
    time.pass(30_000);
    assertThat(host.call.phase()).isEqualTo(WAITING);
    assertThat(host.service.isPresent()).isTrue();
    assertThat(guest.service.isPresent()).isFalse();
    host.call.close();
    time.run();
    assertThat(host.heard)
        .containsExactly(
            "Joining",
            "WaitingForPeer",
            "Connecting",
            "Connected",
            "quality",
            "Reconnecting",
            "Connected",
            "quality",
            "WaitingForPeer",
            "Ended",
            "given up");
    assertThat(time.isQuiet()).isTrue();
  }

  @Test
  void closesFromEveryPhaseAndAsOftenAsOneLikes() {
    guest.call.close();
    host.call.start();
    host.call.close();
    host.call.close();
    time.run();
    host.call.start();
    time.pass(60_000);

    assertThat(guest.heard).containsExactly("Ended", "given up");
    assertThat(host.heard).containsExactly("Joining", "Ended", "given up");
    assertThat(host.service.count("join")).isEqualTo(1);
    assertThat(host.service.count("leave")).isEqualTo(1);
    assertThat(host.media.closed).isEqualTo(1);
    assertThat(time.isQuiet()).isTrue();
  }

  @Test
  void joinsWhenTheServiceLetsIt() {
    host.service.early = true;
    host.call.start();
    time.pass(60_000);
    assertThat(host.call.phase()).isEqualTo(new CallPhase.Joining());

    host.service.early = false;
    time.pass(CallTimes.TOO_EARLY_PAUSE_MS);
    assertThat(host.call.phase()).isEqualTo(WAITING);
  }

  @Test
  void staysPresentWithoutMedia() {
    connect();
    host.media.breakDown();
    time.pass(120_000);

    assertThat(host.call.phase())
        .isEqualTo(new CallPhase.Failed(FailureReason.MEDIA, "no microphone"));
    assertThat(host.service.isPresent()).isTrue();
    assertThat(host.service.count("heartbeat")).isEqualTo(24);
    assertThat(guest.call.phase()).isEqualTo(WAITING);
    host.call.close();
    time.run();
    assertThat(host.service.isPresent()).isFalse();
    assertThat(host.media.closed).isEqualTo(1);
  }

  @Test
  void aServiceRestartInMidCallEndsNothing() {
    connect();
    host.service.away = true;
    guest.service.away = true;
    host.signalling.cut(true);
    guest.signalling.cut(true);
    time.pass(12_000);
    host.service.away = false;
    guest.service.away = false;
    host.signalling.cut(false);
    guest.signalling.cut(false);
    time.pass(30_000);

    assertThat(host.heard).doesNotContain("Reconnecting").endsWith("Connected", "quality");
    assertThat(host.service.count("join")).isEqualTo(1);
    assertThat(host.service.isPresent() && guest.service.isPresent()).isTrue();
  }

  @Test
  void joinsAnewAndTalksAgainAfterLosingTheLease() {
    connect();
    host.service.away = true;
    time.pass(40_000);
    assertThat(host.call.phase()).isEqualTo(CONNECTED);

    host.service.away = false;
    time.pass(20_000);
    assertThat(host.service.count("join")).isEqualTo(2);
    assertThat(host.call.phase()).isEqualTo(CONNECTED);
    assertThat(guest.call.phase()).isEqualTo(CONNECTED);
  }

  @Test
  void leavesAgainUntilItArrives() {
    connect();
    host.service.away = true;
    host.call.close();
    time.pass(5_000);
    assertThat(host.heard).endsWith("Ended");

    host.service.away = false;
    time.pass(2_000);
    assertThat(host.heard).endsWith("given up");
    assertThat(host.service.isPresent()).isFalse();
    long leaves = host.service.count("leave");
    time.pass(60_000);
    assertThat(host.service.count("leave")).isEqualTo(leaves);
  }

  @Test
  void stopsLeavingWhenTheLeaseHasEndedAnyway() {
    connect();
    host.service.away = true;
    host.call.close();
    time.pass(FakeSessions.LEASE_MS);

    assertThat(host.heard).endsWith("given up");
    assertThat(host.service.isPresent()).isFalse();
  }

  @Test
  void takesTheCallOverToAnotherNetwork() {
    connect();
    host.media.cut();
    host.call.networkChanged();
    time.run();

    assertThat(host.call.phase()).isEqualTo(CONNECTED);
    assertThat(guest.call.phase()).isEqualTo(CONNECTED);
  }

  @Test
  void mutesAndStaysMuted() {
    host.call.mute(true);
    connect();

    assertThat(host.media.muted).isTrue();
    assertThat(host.call.isMuted()).isTrue();
  }

  @Test
  void handsOnWhatElseTheServiceSays() {
    List<ApiResult<Boolean>> answers = new ArrayList<>();
    host.call.ask(voice -> voice.signIn(), answers::add);
    assertThat(answers).isEmpty();
    time.run();

    assertThat(answers).containsExactly(new ApiResult.Ok<>(true));
  }

  private void connect() {
    host.call.start();
    guest.call.start();
    time.run();
    assertThat(host.call.phase()).isEqualTo(CONNECTED);
    assertThat(guest.call.phase()).isEqualTo(CONNECTED);
    assertThat(host.call.isPeerPresent() && host.call.isPresent()).isTrue();
  }
}
