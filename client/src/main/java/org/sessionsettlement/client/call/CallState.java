package org.sessionsettlement.client.call;

import java.util.Optional;

/**
 * All that decides what a call does next.
 *
 * @param outcome present once it is Ended or Failed, and the same from then on
 */
record CallState(Presence presence, Talk talk, Optional<CallPhase> outcome) {
  static final CallState IDLE = new CallState(Presence.NONE, Talk.NONE, Optional.empty());

  CallState with(Presence next) {
    return new CallState(next, talk, outcome);
  }

  CallState with(Seat next) {
    return with(presence.with(next));
  }

  CallState with(Talk next) {
    return new CallState(presence, next, outcome);
  }

  CallState over(CallPhase how) {
    return new CallState(presence, talk, Optional.of(how));
  }

  boolean isOver() {
    return outcome.isPresent();
  }

  CallPhase phase() {
    return outcome.orElseGet(this::livePhase);
  }

  private CallPhase livePhase() {
    if (presence.seat() instanceof Seat.None) {
      return new CallPhase.Idle();
    }
    if (!talk.negotiation().hasSeat()) {
      return new CallPhase.Joining();
    }
    return talk.peer() == Talk.Peer.ABSENT ? new CallPhase.WaitingForPeer() : phaseOfMedia();
  }

  private CallPhase phaseOfMedia() {
    return switch (talk.link()) {
      case NEW -> new CallPhase.Connecting();
      case UP -> new CallPhase.Connected();
      case DOWN -> new CallPhase.Reconnecting();
    };
  }
}
