package org.sessionsettlement.client.call;

import java.util.Optional;

/** What the sockets of one seat say, one after the other, as what a listener is to be told. */
final class HeardFrames {
  private final Signalling.Listener listener;
  private Optional<String> peer = Optional.empty();

  HeardFrames(Signalling.Listener listener) {
    this.listener = listener;
  }

  void hear(SignalFrame frame) {
    if (frame instanceof SignalFrame.Opened) {
      opened();
    } else if (frame instanceof SignalFrame.PeerJoined joined) {
      peerJoined(joined.connectionId());
    } else if (frame instanceof SignalFrame.PeerReconnecting) {
      listener.peerReconnecting();
    } else if (frame instanceof SignalFrame.PeerLeft) {
      peerLeft();
    } else if (frame instanceof SignalFrame.FromPeer from) {
      listener.received(from.signal());
    } else if (frame instanceof SignalFrame.HeartbeatOk ok) {
      listener.heartbeatTaken(ok.nowMs());
    } else if (frame instanceof SignalFrame.SeatOver over) {
      listener.seatOver(over.code());
    } else {
      listener.sessionOver();
    }
  }

  /** What happened to the peer while the socket was down is not known until the service says. */
  private void opened() {
    if (peer.isPresent()) {
      listener.peerReconnecting();
    }
  }

  private void peerJoined(String connectionId) {
    if (peer.isPresent() && !peer.get().equals(connectionId)) {
      listener.peerLeft();
    }
    peer = Optional.of(connectionId);
    listener.peerJoined();
  }

  private void peerLeft() {
    peer = Optional.empty();
    listener.peerLeft();
  }
}
