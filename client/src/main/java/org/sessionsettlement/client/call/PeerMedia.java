package org.sessionsettlement.client.call;

import org.sessionsettlement.client.IceSettings;
import org.sessionsettlement.client.MediaCounts;

/**
 * Microphone, loudspeaker and the connection to the peer; handed in, and from then on the
 * controller's, which closes it.
 *
 * <p>The shape is that of a WebRTC peer connection. What is asked for is done in the order of the
 * asking (WebRTC's operations chain); nothing here blocks; the listener may be called on any
 * thread. An offer, own or remote, takes the place of one that was not answered (rollback).
 */
public interface PeerMedia {

  /** Told how the media fare. */
  interface Listener {
    /** The offer or answer that was asked for, set as the local description. */
    void described(OfferId id, String description);

    /** That offer, or that answer, could not be made or taken. */
    void notDescribed(OfferId id, String detail);

    /** Found after the description that it belongs to. */
    void candidate(OfferId id, IceCandidate candidate);

    /** Something changed here that needs a new offer: a track, a device. */
    void negotiationNeeded();

    /** Media flow, for the first time or again. */
    void connected();

    /** Media no longer flow. */
    void disconnected();

    void quality(Quality quality);

    /** It cannot go on: no microphone, no permission. */
    void failed(String detail);
  }

  /** Says how connections are made from the next start or reset on; comes before the start. */
  void useIce(IceSettings ice);

  /** Opens the microphone. */
  void start(Listener listener);

  /** Silences the microphone or opens it again; a reset keeps it so. */
  void mute(boolean muted);

  /** Makes an offer and answers with {@link Listener#described}. */
  void offer(OfferId id, boolean iceRestart);

  /** Takes the peer's offer and answers with {@link Listener#described}: the answer. */
  void answer(OfferId id, String offer);

  /** Takes the peer's answer. */
  void accept(OfferId id, String answer);

  /** Takes a candidate of the peer; one that is of no use is no error. */
  void addCandidate(IceCandidate candidate);

  /** How the media stand, as far as is known at once. */
  MediaCounts counts();

  /** Forgets the peer and its connection; from now on only this listener hears. */
  void reset(Listener listener);

  /** Lets go of everything. Called once, also where nothing was started. */
  void close();
}
