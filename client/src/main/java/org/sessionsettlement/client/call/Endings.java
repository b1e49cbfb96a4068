package org.sessionsettlement.client.call;

import org.sessionsettlement.client.call.CallPhase.FailureReason;

/** How calls come to an end. */
final class Endings {
  private Endings() {}

  /** Ends the call and gives the seat up. */
  static Step end(CallState state, CallPhase outcome) {
    return hangUp(state, outcome).then(SeatRules::giveUp);
  }

  /** Ends the call but not the presence: a failed call never forces a payout. */
  static Step mediaFailed(CallState state, String detail) {
    return hangUp(state, new CallPhase.Failed(FailureReason.MEDIA, detail));
  }

  private static Step hangUp(CallState state, CallPhase outcome) {
    if (state.isOver()) {
      return Step.to(state);
    }
    CallState over = state.over(outcome);
    return sayBye(over)
        .then(
            now ->
                Step.to(
                    now.with(now.talk().alone(now.talk().negotiation().fresh())),
                    new CallEffect.CloseSignalling(),
                    new CallEffect.CloseMedia()));
  }

  private static Step sayBye(CallState state) {
    return state.talk().peer() == Talk.Peer.ABSENT
        ? Step.to(state)
        : Step.to(state, new CallEffect.Send(new Signal.Bye()));
  }
}
