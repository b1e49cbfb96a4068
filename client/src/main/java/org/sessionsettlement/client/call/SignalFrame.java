package org.sessionsettlement.client.call;

/** What the service says over the signalling socket (docs/signalling.md, "Frames"). */
sealed interface SignalFrame {

  /** First of all: the service's time, and when the session ends. */
  record Opened(long nowMs, long endsMs) implements SignalFrame {}

  /** The peer's socket is there, of the seat with that connection. */
  record PeerJoined(String connectionId) implements SignalFrame {}

  record PeerReconnecting() implements SignalFrame {}

  record PeerLeft() implements SignalFrame {}

  /** From the peer. */
  record FromPeer(Signal signal) implements SignalFrame {}

  /** A heartbeat counted, at that time of the service. */
  record HeartbeatOk(long nowMs) implements SignalFrame {}

  /**
   * The seat is over.
   *
   * @param code {@code lease_over}, {@code connection_replaced} or {@code left}
   */
  record SeatOver(String code) implements SignalFrame {}

  record SessionOver() implements SignalFrame {}
}
