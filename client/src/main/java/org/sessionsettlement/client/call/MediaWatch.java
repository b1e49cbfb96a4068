package org.sessionsettlement.client.call;

import org.sessionsettlement.client.call.Talk.Link;
import org.sessionsettlement.client.call.Talk.Peer;

/** Sees to it that media which do not flow, or an offer without an answer, are tried again. */
final class MediaWatch {
  private MediaWatch() {}

  /** Keeps {@link CallTimer#MEDIA} running exactly while something is unsettled. */
  static Step adjust(CallState state) {
    Talk talk = state.talk();
    boolean needed = !state.isOver() && talk.isUnsettled();
    if (needed == talk.watched()) {
      return Step.to(state);
    }
    Talk next = needed ? talk : talk.tries(0);
    return Step.to(
        state.with(next.watched(needed)),
        needed
            ? new CallEffect.Wait(CallTimer.MEDIA, patienceMs(talk))
            : new CallEffect.WaitNoMore(CallTimer.MEDIA));
  }

  static Step timeIsUp(CallState state) {
    if (state.isOver() || !state.talk().isUnsettled()) {
      return Step.to(state);
    }
    if (!isInTouch(state)) {
      return again(state);
    }
    int tries = state.talk().tries() + 1;
    return tries > CallTimes.OFFER_TRIES
        ? giveUp(state)
        : tryAgain(state.with(state.talk().tries(tries))).then(MediaWatch::again);
  }

  /** Media that flow go on as they are, without what was to be changed. */
  private static Step giveUp(CallState state) {
    Talk talk = state.talk();
    return talk.link() == Link.UP
        ? Step.to(state.with(talk.negotiation(talk.negotiation().abandoned())))
        : Endings.mediaFailed(state, "no way to the peer was found");
  }

  /** Tries count only while a signal could arrive. */
  private static boolean isInTouch(CallState state) {
    Presence presence = state.presence();
    return presence.isHeld() && presence.reachable() && state.talk().peer() == Peer.THERE;
  }

  /** The polite side asks once before it offers itself: so offers seldom meet. */
  private static Step tryAgain(CallState state) {
    Talk talk = state.talk();
    boolean asks = talk.negotiation().polite() && talk.tries() == 1 && talk.link() != Link.UP;
    return asks
        ? Step.to(state, new CallEffect.Send(new Signal.Restart()))
        : TalkRules.move(state, talk.negotiation().offerAnew(talk.link() != Link.NEW));
  }

  private static Step again(CallState state) {
    return Step.to(state, new CallEffect.Wait(CallTimer.MEDIA, CallTimes.OFFER_PAUSE_MS));
  }

  private static long patienceMs(Talk talk) {
    return talk.negotiation().polite()
        ? CallTimes.POLITE_PATIENCE_MS
        : CallTimes.IMPOLITE_PATIENCE_MS;
  }
}
