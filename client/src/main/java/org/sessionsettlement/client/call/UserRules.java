package org.sessionsettlement.client.call;

import org.sessionsettlement.client.call.CallPhase.EndReason;

/** What the user wants. */
final class UserRules {
  private UserRules() {}

  static Step next(CallState state, CallEvent.OfUser event) {
    if (event instanceof CallEvent.Start) {
      return start(state);
    }
    if (event instanceof CallEvent.Mute mute) {
      return mute(state, mute.muted());
    }
    return Endings.end(state, new CallPhase.Ended(EndReason.HUNG_UP));
  }

  private static Step start(CallState state) {
    boolean startable = !state.isOver() && state.presence().seat() instanceof Seat.None;
    return startable
        ? SeatRules.ask(state.with(state.presence().wanting(true)), 1)
        : Step.to(state);
  }

  private static Step mute(CallState state, boolean muted) {
    if (state.isOver() || state.talk().muted() == muted) {
      return Step.to(state);
    }
    return Step.to(state.with(state.talk().muted(muted)), new CallEffect.Silence(muted));
  }
}
