package org.sessionsettlement.client.call;

import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.SessionVoiceApi.Joined;
import org.sessionsettlement.client.call.CallPhase.EndReason;
import org.sessionsettlement.client.call.CallPhase.FailureReason;

/** The seat: asked for, kept, asked for again when lost, given up. */
final class SeatRules {
  private SeatRules() {}

  static Step next(CallState state, CallEvent.OfSeat event) {
    if (event instanceof CallEvent.JoinAnswered joined) {
      return JoinAnswers.next(state, joined.answer());
    }
    if (event instanceof CallEvent.BeatAnswered beat) {
      return beatAnswered(state, beat);
    }
    return leaveAnswered(state, (CallEvent.LeaveAnswered) event);
  }

  static Step ask(CallState state, int tries) {
    return Step.to(state.with(new Seat.Asked(tries, true)), new CallEffect.Join());
  }

  static Step askAgain(CallState state) {
    return state.presence().seat() instanceof Seat.Asked asked && !asked.asked()
        ? ask(state, asked.tries() + 1)
        : Step.to(state);
  }

  /** A heartbeat that is still unanswered is not overtaken by the next. */
  static Step beat(CallState state) {
    if (!(state.presence().seat() instanceof Seat.Held held)) {
      return Step.to(state);
    }
    Joined seat = held.joined();
    CallEffect next = new CallEffect.Wait(CallTimer.HEARTBEAT, seat.heartbeatEveryMs());
    return held.beating()
        ? Step.to(state, next)
        : Step.to(
            state.with(new Seat.Held(seat, true, held.tries())), new CallEffect.Beat(seat), next);
  }

  private static Step beatAnswered(CallState state, CallEvent.BeatAnswered beat) {
    Seat seat = state.presence().seat();
    if (seat instanceof Seat.Held held && held.joined().equals(beat.seat())) {
      return held(state, held, beat.answer());
    }
    if (seat instanceof Seat.Leaving leaving && leaving.joined().equals(beat.seat())) {
      // It may have reached the service after the leave was first tried, and renewed the lease.
      return isOver(beat.answer()) ? leaseRanOut(state) : Step.to(state, leaseFrom(beat.seat()));
    }
    return Step.to(state);
  }

  private static Step held(CallState state, Seat.Held held, ApiResult<Long> answer) {
    String code = answer instanceof ApiResult.Refused<Long> refused ? refused.code() : "";
    if (SeatEnds.isLost(code)) {
      return lost(state, held, code);
    }
    return SeatEnds.isOver(code) ? gone(state, code) : kept(state, held, answer);
  }

  private static Step kept(CallState state, Seat.Held held, ApiResult<Long> answer) {
    int tries = answer instanceof ApiResult.Ok<?> ? 0 : held.tries();
    boolean reachable = !(answer instanceof ApiResult.Unreachable<?>);
    Seat seat = new Seat.Held(held.joined(), false, tries);
    CallState now = state.with(state.presence().with(seat).reachable(reachable));
    return reachable ? Step.to(now) : Step.to(now, soonAgain(held.joined()));
  }

  /** An outage that ends just inside the lease must not cost the seat. */
  private static CallEffect soonAgain(Joined seat) {
    long pauseMs = Math.min(CallTimes.SILENCE_PAUSE_MS, seat.heartbeatEveryMs());
    return new CallEffect.Wait(CallTimer.HEARTBEAT, pauseMs);
  }

  /** Joins anew, at once unless the seat was lost before it lasted to a heartbeat. */
  private static Step lost(CallState state, Seat.Held held, String code) {
    return Step.to(state, new CallEffect.WaitNoMore(CallTimer.HEARTBEAT))
        .then(
            now ->
                held.tries() == 0
                    ? ask(now, 1)
                    : JoinAnswers.later(now, held.tries(), CallTimes.JOIN_PAUSE_MS, code));
  }

  /** It is another device's now, or nobody's: two devices of a wallet do not fight for it. */
  private static Step gone(CallState state, String code) {
    CallPhase outcome =
        code.equals(SeatEnds.LEFT)
            ? new CallPhase.Ended(EndReason.HUNG_UP)
            : new CallPhase.Failed(FailureReason.SEAT_TAKEN, "the wallet has joined elsewhere");
    return Step.to(state, new CallEffect.WaitNoMore(CallTimer.HEARTBEAT))
        .then(now -> JoinAnswers.without(now, outcome));
  }

  /** Stops wanting the seat; a join under way is left once it has arrived. */
  static Step giveUp(CallState state) {
    CallState unwanted = state.with(state.presence().wanting(false));
    Seat seat = state.presence().seat();
    if (seat instanceof Seat.Held held) {
      return Step.to(unwanted, new CallEffect.WaitNoMore(CallTimer.HEARTBEAT))
          .then(now -> leave(now, held.joined()));
    }
    if (seat instanceof Seat.Asked asked && !asked.asked()) {
      return Step.to(unwanted.with(new Seat.Over()), new CallEffect.WaitNoMore(CallTimer.JOIN));
    }
    return Step.to(seat instanceof Seat.None ? unwanted.with(new Seat.Over()) : unwanted);
  }

  static Step leave(CallState state, Joined seat) {
    return Step.to(
        state.with(new Seat.Leaving(seat, true)), leaseFrom(seat), new CallEffect.Leave(seat));
  }

  private static Step leaveAnswered(CallState state, CallEvent.LeaveAnswered left) {
    boolean expected =
        state.presence().seat() instanceof Seat.Leaving leaving
            && leaving.asked()
            && leaving.joined().equals(left.seat());
    if (!expected) {
      return Step.to(state);
    }
    if (left.answer() instanceof ApiResult.Ok<?> || isOver(left.answer())) {
      return leaseRanOut(state);
    }
    return Step.to(
        state.with(new Seat.Leaving(left.seat(), false)),
        new CallEffect.Wait(CallTimer.LEAVE, CallTimes.LEAVE_PAUSE_MS));
  }

  static Step leaveAgain(CallState state) {
    return state.presence().seat() instanceof Seat.Leaving leaving && !leaving.asked()
        ? Step.to(
            state.with(new Seat.Leaving(leaving.joined(), true)),
            new CallEffect.Leave(leaving.joined()))
        : Step.to(state);
  }

  /** The service has ended the seat, by our leave or by itself. */
  static Step leaseRanOut(CallState state) {
    return state.presence().seat() instanceof Seat.Leaving
        ? Step.to(
            state.with(new Seat.Over()),
            new CallEffect.WaitNoMore(CallTimer.LEAVE),
            new CallEffect.WaitNoMore(CallTimer.LEASE))
        : Step.to(state);
  }

  private static CallEffect leaseFrom(Joined seat) {
    return new CallEffect.Wait(CallTimer.LEASE, seat.leaseMs());
  }

  private static boolean isOver(ApiResult<?> answer) {
    return answer instanceof ApiResult.Refused<?> refused && SeatEnds.isOver(refused.code());
  }
}
