package org.sessionsettlement.client.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.client.MediaCounts;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/** Two ends of one room. While it is cut, signals are lost. */
final class FakeSignalling implements Signalling {
  private @Nullable FakeSignalling other;
  private @Nullable Listener listener;
  final List<MediaCounts> heartbeats = new ArrayList<>();
  boolean takesHeartbeats;
  boolean answersHeartbeats = true;
  private boolean cut;

  void wire(FakeSignalling peer) {
    other = peer;
    peer.other = this;
  }

  void cut(boolean now) {
    cut = now;
    Listener peer = peer();
    if (peer != null && now) {
      peer.peerReconnecting();
    } else if (peer != null) {
      peer.peerJoined();
    }
  }

  private @Nullable Listener peer() {
    return other == null ? null : other.listener;
  }

  @Override
  public void open(Joined seat, Listener heard) {
    Listener peer = peer();
    if (peer != null) {
      if (listener != null) {
        peer.peerLeft();
      }
      peer.peerJoined();
      heard.peerJoined();
    }
    listener = heard;
  }

  @Override
  public void send(Signal signal) {
    Listener peer = peer();
    if (peer != null && !cut && other != null && !other.cut) {
      peer.received(signal);
    }
  }

  @Override
  public boolean heartbeat(MediaCounts media) {
    if (!takesHeartbeats || listener == null) {
      return false;
    }
    heartbeats.add(media);
    if (answersHeartbeats) {
      listener.heartbeatTaken(1);
    }
    return true;
  }

  /** The service says that the seat is over. */
  void seatOver(String code) {
    if (listener != null) {
      listener.seatOver(code);
    }
  }

  @Override
  public void close() {
    Listener peer = peer();
    if (peer != null && listener != null) {
      peer.peerLeft();
    }
    listener = null;
  }
}
