package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.MediaCounts;
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
  void sendsHeartbeatsOverTheSignallingWhileThatAnswers() {
    host.signalling.takesHeartbeats = true;
    connect();
    host.media.counts = new MediaCounts(true, 10, 20);
    time.pass(60_000);

    assertThat(host.service.count("heartbeat")).isZero();
    assertThat(host.signalling.heartbeats).hasSize(12).containsOnly(new MediaCounts(true, 10, 20));
  }

  @Test
  void sendsAHeartbeatOverHttpWhereTheSignallingDoesNotAnswerIt() {
    host.signalling.takesHeartbeats = true;
    host.signalling.answersHeartbeats = false;
    connect();
    time.pass(5_000 + CallTimes.SOCKET_BEAT_PATIENCE_MS - 1);
    assertThat(host.service.count("heartbeat")).isZero();
    time.pass(1);
    assertThat(host.service.count("heartbeat")).isEqualTo(1);

    time.pass(60_000);
    assertThat(host.service.isPresent()).isTrue();
    host.call.close();
    guest.call.close();
    time.run();
    assertThat(time.isQuiet()).isTrue();
  }

  @Test
  void goesOnOverHttpWhereTheMediaFailWhileTheSignallingOwesAnAnswer() {
    host.signalling.takesHeartbeats = true;
    host.signalling.answersHeartbeats = false;
    connect();
    time.pass(5_000);
    host.media.breakDown();
    time.pass(60_000);

    assertThat(host.service.isPresent()).isTrue();
  }

  @Test
  void failsAtOnceWhereTheWalletHasJoinedElsewhere() {
    connect();
    host.signalling.seatOver("connection_replaced");
    time.run();

    assertThat(host.call.phase())
        .isEqualTo(
            new CallPhase.Failed(FailureReason.SEAT_TAKEN, "the wallet has joined elsewhere"));
    assertThat(host.service.count("join")).isEqualTo(1);
    assertThat(host.heard).endsWith("given up");
    guest.call.close();
    time.run();
    assertThat(time.isQuiet()).isTrue();
  }

  @Test
  void joinsAnewWhereTheSignallingSaysThatTheLeaseIsOver() {
    connect();
    time.pass(5_000);
    host.signalling.seatOver("lease_over");
    time.run();

    assertThat(host.service.count("join")).isEqualTo(2);
    assertThat(host.call.phase()).isEqualTo(CONNECTED);
  }

  @Test
  void hangsUpHoweverManySignalsWait() {
    connect();
    for (int i = 0; i < 3 * Mailbox.BOUND; i++) {
      guest.signalling.send(new Signal.Candidate(new OfferId("guest1", 9), Seats.CANDIDATE));
    }
    host.call.close();
    time.run();

    assertThat(host.heard).endsWith("Ended", "given up");
    assertThat(host.service.isPresent()).isFalse();
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
