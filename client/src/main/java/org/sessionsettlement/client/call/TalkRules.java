package org.sessionsettlement.client.call;

import org.sessionsettlement.client.call.CallPhase.EndReason;
import org.sessionsettlement.client.call.Talk.Link;
import org.sessionsettlement.client.call.Talk.Peer;

/** The peer and the media, while the call is neither ended nor failed. */
final class TalkRules {
  private TalkRules() {}

  static Step next(CallState state, CallEvent.OfTalk event) {
    if (event instanceof CallEvent.MediaFailed failed) {
      return Endings.mediaFailed(state, failed.detail());
    }
    if (!state.talk().negotiation().hasSeat()) {
      return Step.to(state);
    }
    if (event instanceof CallEvent.SessionOver) {
      return Endings.end(state, new CallPhase.Ended(EndReason.SESSION_OVER));
    }
    if (event instanceof CallEvent.PeerJoined) {
      return peerJoined(state);
    }
    return state.talk().peer() == Peer.ABSENT ? Step.to(state) : withPeer(state, event);
  }

  private static Step peerJoined(CallState state) {
    boolean isNew = state.talk().peer() == Peer.ABSENT;
    CallState there = state.with(state.talk().peer(Peer.THERE));
    // The polite side waits for this offer, and offers only if none comes.
    boolean offers = isNew && !state.talk().negotiation().polite();
    return offers ? move(there, there.talk().negotiation().offer(false)) : Step.to(there);
  }

  private static Step withPeer(CallState state, CallEvent.OfTalk event) {
    Talk talk = state.talk();
    if (event instanceof CallEvent.PeerLeft) {
      return peerLeft(state);
    }
    if (event instanceof CallEvent.PeerReconnecting) {
      return Step.to(state.with(talk.peer(Peer.AWAY)));
    }
    if (event instanceof CallEvent.MediaUp) {
      return Step.to(state.with(talk.link(Link.UP).tries(0)));
    }
    if (event instanceof CallEvent.MediaDown) {
      return Step.to(talk.link() == Link.UP ? state.with(talk.link(Link.DOWN)) : state);
    }
    if (event instanceof CallEvent.QualitySeen seen) {
      return Step.to(state, new CallEffect.Tell(seen.quality()));
    }
    return event instanceof CallEvent.Received received
        ? received(state, received.signal())
        : negotiate(state, event);
  }

  private static Step peerLeft(CallState state) {
    Talk alone = state.talk().alone(state.talk().negotiation().fresh());
    return Step.to(state.with(alone), new CallEffect.ResetMedia());
  }

  private static Step received(CallState state, Signal signal) {
    Negotiation now = state.talk().negotiation();
    if (signal instanceof Signal.Offer offer) {
      return move(state, now.offered(offer));
    }
    if (signal instanceof Signal.Answer answer) {
      return move(state, now.answered(answer));
    }
    if (signal instanceof Signal.Candidate candidate) {
      return move(state, now.candidate(candidate));
    }
    if (signal instanceof Signal.Restart) {
      return move(state, now.offer(true));
    }
    // A bye ends no presence: else a peer could hang up on the other's pay.
    return peerLeft(state);
  }

  private static Step negotiate(CallState state, CallEvent.OfTalk event) {
    Negotiation now = state.talk().negotiation();
    if (event instanceof CallEvent.Described made) {
      return move(state, now.described(made.id(), made.description()));
    }
    if (event instanceof CallEvent.NotDescribed not) {
      return Step.to(state.with(state.talk().negotiation(now.notDescribed(not.id()))));
    }
    if (event instanceof CallEvent.CandidateFound found) {
      Signal candidate = new Signal.Candidate(found.id(), found.candidate());
      return Step.to(state, new CallEffect.Send(candidate));
    }
    return event instanceof CallEvent.OfferNeeded needed
        ? move(state, now.offer(needed.iceRestart()))
        : Step.to(state);
  }

  static Step move(CallState state, Negotiation.Move move) {
    return new Step(state.with(state.talk().negotiation(move.next())), move.effects());
  }
}
