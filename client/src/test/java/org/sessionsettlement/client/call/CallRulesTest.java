package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.client.call.Seats.ok;
import static org.sessionsettlement.client.call.Seats.refused;
import static org.sessionsettlement.client.call.Seats.seat;
import static org.sessionsettlement.client.call.Seats.silence;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.client.SessionVoiceApi.Joined;
import org.sessionsettlement.client.call.CallPhase.EndReason;
import org.sessionsettlement.client.call.CallPhase.FailureReason;

/** The table of transitions. */
class CallRulesTest {
  private static final Joined HOST = seat("h1", "host");
  private static final Joined GUEST = seat("g1", "guest");
  private static final CallEvent START = new CallEvent.Start();
  private static final CallEvent HOST_JOINED = new CallEvent.JoinAnswered(ok(HOST));
  private static final CallEvent PEER = new CallEvent.PeerJoined();
  private static final CallEvent UP = new CallEvent.MediaUp();
  private static final CallEvent DOWN = new CallEvent.MediaDown();
  private static final CallEvent HANG_UP = new CallEvent.HangUp();
  private static final CallEvent HOST_BEAT_LOST =
      new CallEvent.BeatAnswered(HOST, refused(409, "lease_over"));
  private static final CallEvent HOST_BEAT_TAKEN = new CallEvent.BeatAnswered(HOST, ok(1L));
  private static final CallEffect JOIN = new CallEffect.Join();

  private CallState state = CallState.IDLE;
  private List<CallEffect> effects = new ArrayList<>();

  @Test
  void goesFromIdleToConnectedAndEnds() {
    assertThat(phaseAfter(START)).isEqualTo(new CallPhase.Joining());
    assertThat(phaseAfter(HOST_JOINED)).isEqualTo(new CallPhase.WaitingForPeer());
    assertThat(phaseAfter(PEER)).isEqualTo(new CallPhase.Connecting());
    assertThat(phaseAfter(UP)).isEqualTo(new CallPhase.Connected());
    assertThat(phaseAfter(DOWN)).isEqualTo(new CallPhase.Reconnecting());
    assertThat(phaseAfter(UP)).isEqualTo(new CallPhase.Connected());
    assertThat(phaseAfter(HANG_UP)).isEqualTo(new CallPhase.Ended(EndReason.HUNG_UP));
  }

  @Test
  void startsOnce() {
    phaseAfter(START);
    phaseAfter(START);

    assertThat(effects).isEmpty();
  }

  @Test
  void waitsUntilTheJoinOpens() {
    phaseAfter(START);

    assertThat(phaseAfter(new CallEvent.JoinAnswered(refused(409, "too_early_to_join"))))
        .isEqualTo(new CallPhase.Joining());
    assertThat(effects)
        .containsExactly(new CallEffect.Wait(CallTimer.JOIN, CallTimes.TOO_EARLY_PAUSE_MS));
    phaseAfter(new CallEvent.TimeIsUp(CallTimer.JOIN));
    assertThat(effects).containsExactly(JOIN);
  }

  @Test
  void doesNotWaitForTheJoinForEver() {
    phaseAfter(START);
    for (int i = 1; i < CallTimes.JOIN_TRIES; i++) {
      phaseAfter(new CallEvent.JoinAnswered(silence()));
      phaseAfter(new CallEvent.TimeIsUp(CallTimer.JOIN));
    }

    assertThat(phaseAfter(new CallEvent.JoinAnswered(silence())))
        .isEqualTo(new CallPhase.Failed(FailureReason.NO_SEAT, "away"));
  }

  @Test
  void endsWhereTheSessionIsOverAndFailsWhereItIsRefused() {
    phaseAfter(START);
    CallState asked = state;

    assertThat(phaseAfter(new CallEvent.JoinAnswered(refused(409, "session_over"))))
        .isEqualTo(new CallPhase.Ended(EndReason.SESSION_OVER));
    state = asked;
    assertThat(phaseAfter(new CallEvent.JoinAnswered(refused(403, "not_a_participant"))))
        .isEqualTo(new CallPhase.Failed(FailureReason.REFUSED, "not_a_participant"));
    assertThat(effects).contains(new CallEffect.CloseMedia());
  }

  @Test
  void leavesASeatThatComesAfterHangingUp() {
    phaseAfter(START);
    phaseAfter(HANG_UP);
    assertThat(effects).doesNotContain(new CallEffect.Leave(HOST));

    phaseAfter(HOST_JOINED);
    assertThat(effects).contains(new CallEffect.Leave(HOST));
  }

  @Test
  void leavesUntilTheServiceHasHeardIt() {
    phaseAfter(START, HOST_JOINED, HANG_UP);
    assertThat(effects).contains(new CallEffect.Leave(HOST));

    phaseAfter(new CallEvent.LeaveAnswered(HOST, silence()));
    phaseAfter(new CallEvent.TimeIsUp(CallTimer.LEAVE));
    assertThat(effects).containsExactly(new CallEffect.Leave(HOST));
    phaseAfter(new CallEvent.LeaveAnswered(HOST, refused(503, "database_unavailable")));
    phaseAfter(new CallEvent.TimeIsUp(CallTimer.LEAVE));
    assertThat(effects).containsExactly(new CallEffect.Leave(HOST));
    phaseAfter(new CallEvent.LeaveAnswered(HOST, ok(42L)));
    assertThat(state.presence().seat()).isEqualTo(new Seat.Over());
  }

  @Test
  void leavesNoLongerThanTheLease() {
    phaseAfter(START, HOST_JOINED, HANG_UP);
    assertThat(effects).contains(new CallEffect.Wait(CallTimer.LEASE, 15_000));
    phaseAfter(new CallEvent.LeaveAnswered(HOST, silence()));

    phaseAfter(new CallEvent.TimeIsUp(CallTimer.LEASE));
    phaseAfter(new CallEvent.TimeIsUp(CallTimer.LEAVE));
    assertThat(effects).isEmpty();
  }

  @Test
  void countsTheLeaseFromAHeartbeatThatWasStillUnderWay() {
    phaseAfter(START, HOST_JOINED, new CallEvent.TimeIsUp(CallTimer.HEARTBEAT), HANG_UP);

    phaseAfter(new CallEvent.BeatAnswered(HOST, silence()));
    assertThat(effects).containsExactly(new CallEffect.Wait(CallTimer.LEASE, 15_000));
  }

  @Test
  void joinsAnewWhenTheLeaseIsLost() {
    phaseAfter(START, HOST_JOINED, HOST_BEAT_TAKEN, PEER, UP);

    assertThat(phaseAfter(HOST_BEAT_LOST)).isEqualTo(new CallPhase.Connected());
    assertThat(effects).containsExactly(new CallEffect.WaitNoMore(CallTimer.HEARTBEAT), JOIN);
    assertThat(phaseAfter(new CallEvent.JoinAnswered(ok(seat("h2", "host")))))
        .isEqualTo(new CallPhase.WaitingForPeer());
    assertThat(effects).contains(new CallEffect.ResetMedia());
  }

  @Test
  void letsAnotherDeviceOfTheWalletWinAtOnce() {
    phaseAfter(START, HOST_JOINED, PEER, UP);

    assertThat(phaseAfter(new CallEvent.BeatAnswered(HOST, refused(409, "connection_replaced"))))
        .isEqualTo(
            new CallPhase.Failed(FailureReason.SEAT_TAKEN, "the wallet has joined elsewhere"));
    assertThat(effects).doesNotContain(JOIN, new CallEffect.Leave(HOST));
    assertThat(state.presence().seat()).isEqualTo(new Seat.Over());
  }

  @Test
  void endsWhereItsSeatWasLeft() {
    phaseAfter(START, HOST_JOINED);

    assertThat(phaseAfter(new CallEvent.BeatAnswered(HOST, refused(409, "left"))))
        .isEqualTo(new CallPhase.Ended(EndReason.HUNG_UP));
  }

  @Test
  void keepsJoiningAnewWhereSeatsLastedToAHeartbeat() {
    phaseAfter(START, HOST_JOINED);
    for (int i = 0; i < 2 * CallTimes.JOIN_TRIES; i++) {
      phaseAfter(new CallEvent.BeatAnswered(HOST, ok(1L)), HOST_BEAT_LOST);
      assertThat(effects).contains(JOIN);
      phaseAfter(HOST_JOINED);
    }
  }

  @Test
  void pausesAndGivesUpInTheEndWhereSeatsNeverLast() {
    phaseAfter(START, HOST_JOINED);
    for (int i = 1; i < CallTimes.JOIN_TRIES; i++) {
      phaseAfter(HOST_BEAT_LOST);
      assertThat(effects).contains(new CallEffect.Wait(CallTimer.JOIN, CallTimes.JOIN_PAUSE_MS));
      phaseAfter(new CallEvent.TimeIsUp(CallTimer.JOIN), HOST_JOINED);
    }

    assertThat(phaseAfter(HOST_BEAT_LOST))
        .isEqualTo(new CallPhase.Failed(FailureReason.NO_SEAT, "lease_over"));
  }

  @Test
  void staysPresentWhenTheMediaHaveFailed() {
    phaseAfter(START, HOST_JOINED, PEER);

    assertThat(phaseAfter(new CallEvent.MediaFailed("no microphone")))
        .isEqualTo(new CallPhase.Failed(FailureReason.MEDIA, "no microphone"));
    assertThat(effects)
        .contains(new CallEffect.CloseMedia())
        .doesNotContain(new CallEffect.Leave(HOST));
    phaseAfter(new CallEvent.TimeIsUp(CallTimer.HEARTBEAT));
    assertThat(effects).contains(new CallEffect.Beat(HOST));
    phaseAfter(HOST_BEAT_TAKEN, HOST_BEAT_LOST);
    assertThat(effects).contains(JOIN);
    phaseAfter(HOST_JOINED, HANG_UP);
    assertThat(effects).contains(new CallEffect.Leave(HOST));
  }

  @Test
  void givesUpMediaThatNeverComeButNotWhileTheServiceIsAway() {
    phaseAfter(START, HOST_JOINED, PEER, new CallEvent.BeatAnswered(HOST, silence()));
    fireMediaTimer(50);
    assertThat(state.phase()).isEqualTo(new CallPhase.Connecting());

    phaseAfter(new CallEvent.BeatAnswered(HOST, ok(1L)));
    fireMediaTimer(CallTimes.OFFER_TRIES);
    assertThat(state.phase()).isEqualTo(new CallPhase.Connecting());
    fireMediaTimer(1);
    assertThat(state.phase()).isInstanceOf(CallPhase.Failed.class);
  }

  @Test
  void givesUpANewOfferThatNobodyAnswersWhileMediaFlow() {
    phaseAfter(START, HOST_JOINED, PEER, UP, described("h1", 1), answered("h1", 1));
    phaseAfter(new CallEvent.OfferNeeded(false));
    fireMediaTimer(CallTimes.OFFER_TRIES);
    assertThat(effects).contains(new CallEffect.Wait(CallTimer.MEDIA, CallTimes.OFFER_PAUSE_MS));
    fireMediaTimer(1);

    assertThat(state.phase()).isEqualTo(new CallPhase.Connected());
    assertThat(effects).containsExactly(new CallEffect.WaitNoMore(CallTimer.MEDIA));
    assertThat(phaseAfter(DOWN)).isEqualTo(new CallPhase.Reconnecting());
    fireMediaTimer(1);
    assertThat(effects)
        .contains(new CallEffect.MakeOffer(new OfferId("h1", CallTimes.OFFER_TRIES + 3), true));
  }

  @Test
  void restartsIceWhenMediaStop() {
    phaseAfter(START, HOST_JOINED, PEER, UP, DOWN, new CallEvent.TimeIsUp(CallTimer.MEDIA));

    assertThat(effects).contains(new CallEffect.MakeOffer(new OfferId("h1", 2), true));
  }

  @Test
  void thePoliteSideAsksBeforeItOffers() {
    phaseAfter(START, new CallEvent.JoinAnswered(ok(GUEST)), PEER);
    assertThat(effects)
        .containsExactly(new CallEffect.Wait(CallTimer.MEDIA, CallTimes.POLITE_PATIENCE_MS));

    fireMediaTimer(1);
    assertThat(effects).contains(new CallEffect.Send(new Signal.Restart()));
    fireMediaTimer(1);
    assertThat(effects).contains(new CallEffect.MakeOffer(new OfferId("g1", 1), false));
  }

  @Test
  void aByeEndsNoPresence() {
    phaseAfter(START, HOST_JOINED, PEER, UP);

    assertThat(phaseAfter(new CallEvent.Received(new Signal.Bye())))
        .isEqualTo(new CallPhase.WaitingForPeer());
    assertThat(state.presence().isHeld()).isTrue();
  }

  @Test
  void mediaGoOnWhileThePeerReconnectsToTheService() {
    phaseAfter(START, HOST_JOINED, PEER, UP);

    assertThat(phaseAfter(new CallEvent.PeerReconnecting())).isEqualTo(new CallPhase.Connected());
    assertThat(phaseAfter(PEER)).isEqualTo(new CallPhase.Connected());
    assertThat(phaseAfter(new CallEvent.PeerLeft())).isEqualTo(new CallPhase.WaitingForPeer());
  }

  @Test
  void endsWithTheSession() {
    phaseAfter(START, HOST_JOINED, PEER);

    assertThat(phaseAfter(new CallEvent.SessionOver()))
        .isEqualTo(new CallPhase.Ended(EndReason.SESSION_OVER));
    assertThat(effects).contains(new CallEffect.Leave(HOST));
  }

  @Test
  void mutesBeforeAndDuringTheCallOnlyWhereItChangesSomething() {
    phaseAfter(new CallEvent.Mute(true));
    assertThat(effects).containsExactly(new CallEffect.Silence(true));
    phaseAfter(new CallEvent.Mute(true));
    assertThat(effects).isEmpty();
    phaseAfter(HANG_UP, new CallEvent.Mute(false));
    assertThat(effects).isEmpty();
  }

  private static CallEvent described(String seat, int number) {
    return new CallEvent.Described(new OfferId(seat, number), "offer");
  }

  private static CallEvent answered(String seat, int number) {
    return new CallEvent.Received(new Signal.Answer(new OfferId(seat, number), "answer"));
  }

  private void fireMediaTimer(int times) {
    for (int i = 0; i < times; i++) {
      phaseAfter(new CallEvent.TimeIsUp(CallTimer.MEDIA));
    }
  }

  private CallPhase phaseAfter(CallEvent... events) {
    for (CallEvent event : events) {
      Step step = CallRules.next(state, event);
      state = step.state();
      effects = step.effects();
    }
    return state.phase();
  }
}
