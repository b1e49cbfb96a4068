package org.sessionsettlement.client.call;

import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/** What can happen to a call, in any order. */
sealed interface CallEvent {

  /** Whether a call gets over its loss: so that a flood of it costs nothing else. */
  default boolean mayBeLost() {
    return false;
  }

  /** Of the user. */
  sealed interface OfUser extends CallEvent {}

  /** Of the seat. */
  sealed interface OfSeat extends CallEvent {}

  /** Of the peer, the media and what lies between them. */
  sealed interface OfTalk extends CallEvent {}

  record Start() implements OfUser {}

  record Mute(boolean muted) implements OfUser {}

  record HangUp() implements OfUser {}

  record JoinAnswered(ApiResult<Joined> answer) implements OfSeat {}

  record BeatAnswered(Joined seat, ApiResult<Long> answer) implements OfSeat {}

  record LeaveAnswered(Joined seat, ApiResult<Long> answer) implements OfSeat {}

  record SessionOver() implements OfTalk {}

  record PeerJoined() implements OfTalk {}

  record PeerReconnecting() implements OfTalk {}

  record PeerLeft() implements OfTalk {}

  record Received(Signal signal) implements OfTalk {
    @Override
    public boolean mayBeLost() {
      return true;
    }
  }

  record Described(OfferId id, String description) implements OfTalk {}

  record NotDescribed(OfferId id, String detail) implements OfTalk {}

  record CandidateFound(OfferId id, IceCandidate candidate) implements OfTalk {
    @Override
    public boolean mayBeLost() {
      return true;
    }
  }

  record OfferNeeded(boolean iceRestart) implements OfTalk {}

  record MediaUp() implements OfTalk {}

  record MediaDown() implements OfTalk {}

  record MediaFailed(String detail) implements OfTalk {}

  record QualitySeen(Quality quality) implements OfTalk {
    @Override
    public boolean mayBeLost() {
      return true;
    }
  }

  record TimeIsUp(CallTimer timer) implements CallEvent {}
}
