package org.sessionsettlement.client.call;

/**
 * What a call does next: one pure function. Any event may come at any time, twice, late or never;
 * what makes no sense in a state changes nothing.
 */
final class CallRules {
  private CallRules() {}

  static Step next(CallState state, CallEvent event) {
    return decide(state, event).then(MediaWatch::adjust);
  }

  private static Step decide(CallState state, CallEvent event) {
    if (event instanceof CallEvent.OfUser ofUser) {
      return UserRules.next(state, ofUser);
    }
    if (event instanceof CallEvent.OfSeat ofSeat) {
      return SeatRules.next(state, ofSeat);
    }
    if (event instanceof CallEvent.TimeIsUp time) {
      return timeIsUp(state, time.timer());
    }
    return state.isOver() ? Step.to(state) : TalkRules.next(state, (CallEvent.OfTalk) event);
  }

  private static Step timeIsUp(CallState state, CallTimer timer) {
    return switch (timer) {
      case JOIN -> SeatRules.askAgain(state);
      case HEARTBEAT -> SeatRules.beat(state);
      case LEAVE -> SeatRules.leaveAgain(state);
      case LEASE -> SeatRules.leaseRanOut(state);
      case MEDIA -> MediaWatch.timeIsUp(state);
    };
  }
}
