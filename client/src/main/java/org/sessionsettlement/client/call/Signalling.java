package org.sessionsettlement.client.call;

import org.sessionsettlement.client.MediaCounts;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/**
 * Carries signals to the peer and says whether it is there; handed in. It keeps up its own
 * connection to the service while it is open. What is sent while that is down may be lost; what
 * arrives, arrives in the order in which it was sent.
 *
 * <p>Nothing here blocks; the listener may be called on any thread.
 */
public interface Signalling {

  /** Told what comes from the service. */
  interface Listener {
    /** The peer is there: on opening, on its arrival, and when it is back after reconnecting. */
    void peerJoined();

    /** The peer's connection is cut; it is either back soon or has left. */
    void peerReconnecting();

    /** The peer is gone. A peer that joined anew has left first. */
    void peerLeft();

    void received(Signal signal);

    /** A heartbeat counted, at that time of the service. */
    void heartbeatTaken(long nowMs);

    /** The seat is over, with the service's code; nothing follows. */
    void seatOver(String code);

    /** The session's time is over. */
    void sessionOver();
  }

  /** Starts with this seat; from now on only this listener hears, an earlier one nothing more. */
  void open(Joined seat, Listener listener);

  void send(Signal signal);

  /**
   * Sends a heartbeat for the seat, which {@link Listener#heartbeatTaken} answers; false where that
   * cannot be now.
   */
  boolean heartbeat(MediaCounts media);

  /** Ends it, once what was sent is on its way; changes nothing where nothing is open. */
  void close();
}
