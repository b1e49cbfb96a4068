package org.sessionsettlement.client.call;

import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.SessionVoiceApi.Joined;
import org.sessionsettlement.client.call.CallPhase.EndReason;
import org.sessionsettlement.client.call.CallPhase.FailureReason;

/** What the service's answer to a join leads to. */
final class JoinAnswers {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private JoinAnswers() {}

  static Step next(CallState state, ApiResult<Joined> answer) {
    if (!(state.presence().seat() instanceof Seat.Asked asked) || !asked.asked()) {
      return Step.to(state);
    }
    if (answer instanceof ApiResult.Ok<Joined> ok) {
      return state.presence().wanted()
          ? joined(state, asked, ok.value())
          : SeatRules.leave(state, ok.value());
    }
    if (!state.presence().wanted()) {
      return Step.to(state.with(new Seat.Over()));
    }
    return answer instanceof ApiResult.Refused<Joined> refused
        ? refused(state, asked, refused)
        : later(
            state,
            asked.tries(),
            CallTimes.JOIN_PAUSE_MS,
            ((ApiResult.Unreachable<?>) answer).detail());
  }

  private static Step joined(CallState state, Seat.Asked asked, Joined seat) {
    Presence held =
        state.presence().with(new Seat.Held(seat, false, asked.tries())).reachable(true);
    Step present =
        Step.to(
            state.with(held), new CallEffect.Wait(CallTimer.HEARTBEAT, seat.heartbeatEveryMs()));
    return state.isOver() ? present : present.then(now -> talk(now, seat));
  }

  /** One connection of media belongs to one pair of seats: with a new seat it starts anew. */
  private static Step talk(CallState state, Joined seat) {
    boolean first = !state.talk().negotiation().hasSeat();
    Negotiation fresh = Negotiation.ofSeat(seat.role().equals("guest"), seat.connectionId());
    return Step.to(
        state.with(state.talk().alone(fresh)),
        new CallEffect.UseIce(seat.ice()),
        first ? new CallEffect.StartMedia() : new CallEffect.ResetMedia(),
        new CallEffect.OpenSignalling(seat));
  }

  private static Step refused(
      CallState state, Seat.Asked asked, ApiResult.Refused<Joined> refused) {
    if (refused.code().equals("too_early_to_join")) {
      return later(state, asked.tries(), CallTimes.TOO_EARLY_PAUSE_MS, refused.code());
    }
    if (refused.status() >= SERVER_ERROR || refused.status() == TOO_MANY_REQUESTS) {
      return later(state, asked.tries(), CallTimes.JOIN_PAUSE_MS, refused.code());
    }
    return without(
        state,
        refused.code().equals("session_over")
            ? new CallPhase.Ended(EndReason.SESSION_OVER)
            : new CallPhase.Failed(FailureReason.REFUSED, refused.code()));
  }

  static Step later(CallState state, int tries, long pauseMs, String detail) {
    return tries >= CallTimes.JOIN_TRIES
        ? without(state, new CallPhase.Failed(FailureReason.NO_SEAT, detail))
        : Step.to(
            state.with(new Seat.Asked(tries, false)), new CallEffect.Wait(CallTimer.JOIN, pauseMs));
  }

  static Step without(CallState state, CallPhase outcome) {
    return Endings.end(state.with(new Seat.Over()), outcome);
  }
}
