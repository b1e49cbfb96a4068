package org.sessionsettlement.client.call;

import org.sessionsettlement.client.IceSettings;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/** What a call does to the world. */
sealed interface CallEffect {

  record Join() implements CallEffect {}

  record Beat(Joined seat) implements CallEffect {}

  record Leave(Joined seat) implements CallEffect {}

  record OpenSignalling(Joined seat) implements CallEffect {}

  record Send(Signal signal) implements CallEffect {}

  record CloseSignalling() implements CallEffect {}

  record UseIce(IceSettings ice) implements CallEffect {}

  record StartMedia() implements CallEffect {}

  record Silence(boolean muted) implements CallEffect {}

  record MakeOffer(OfferId id, boolean iceRestart) implements CallEffect {}

  record MakeAnswer(OfferId id, String offer) implements CallEffect {}

  record Accept(OfferId id, String answer) implements CallEffect {}

  record AddCandidate(IceCandidate candidate) implements CallEffect {}

  record ResetMedia() implements CallEffect {}

  record CloseMedia() implements CallEffect {}

  record Tell(Quality quality) implements CallEffect {}

  record Wait(CallTimer timer, long millis) implements CallEffect {}

  record WaitNoMore(CallTimer timer) implements CallEffect {}
}
