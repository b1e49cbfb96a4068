package org.sessionsettlement.cli.call;

import dev.onvoid.webrtc.RTCPeerConnectionState;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.sessionsettlement.client.IceSettings;
import org.sessionsettlement.client.MediaCounts;
import org.sessionsettlement.client.call.IceCandidate;
import org.sessionsettlement.client.call.OfferId;
import org.sessionsettlement.client.call.PeerMedia;

/** One connection to a peer, as its listener hears of it. Used on the operations' thread only. */
final class LinkedPeer implements PeerLink.Events {
  private final WebRtcEngine engine;
  private final Executor operations;
  private final PeerMedia.Listener listener;
  private final PeerLink link;
  private Optional<OfferId> described = Optional.empty();
  private boolean connected;
  private boolean speaking;
  private boolean closed;
  private volatile MediaCounts counts = MediaCounts.NONE;

  LinkedPeer(
      WebRtcEngine engine, IceSettings ice, Executor operations, PeerMedia.Listener listener) {
    this.engine = engine;
    this.operations = operations;
    this.listener = listener;
    this.link = engine.connect(ice, this);
  }

  /** What is to be done with the descriptions. */
  @FunctionalInterface
  interface Step {
    String on(Descriptions descriptions) throws Exception;
  }

  /** Makes an offer or an answer and tells it. */
  void describe(OfferId id, Step step) {
    pause();
    try {
      String description = step.on(link.descriptions());
      described = Optional.of(id);
      listener.described(id, description);
    } catch (Exception e) {
      listener.notDescribed(id, String.valueOf(e.getMessage()));
    }
  }

  void accept(OfferId id, String answer) {
    pause();
    try {
      link.descriptions().accept(answer);
    } catch (Exception e) {
      listener.notDescribed(id, String.valueOf(e.getMessage()));
    }
  }

  void add(IceCandidate candidate) {
    try {
      link.add(candidate);
    } catch (RuntimeException ofNoUse) {
      // Of an older description, or not one that libwebrtc understands.
      return;
    }
  }

  /** As of the last look. */
  MediaCounts counts() {
    return counts;
  }

  void look() {
    link.stats(stats -> operations.execute(() -> see(stats)));
  }

  /**
   * A description may start the device that records nothing, and so may the first connection: that
   * it has started shows in what was sent, and only then can it be stopped for good.
   */
  private void see(LinkStats stats) {
    counts = new MediaCounts(connected, stats.bytesSent(), stats.bytesReceived());
    if (!closed && connected && !speaking && stats.bytesSent() > 0) {
      speaking = true;
      engine.speak();
    }
    if (connected) {
      listener.quality(stats.quality());
    }
  }

  private void pause() {
    speaking = false;
    engine.beSilent();
  }

  void close() {
    closed = true;
    pause();
    link.close();
  }

  @Override
  public void found(IceCandidate candidate) {
    operations.execute(() -> described.ifPresent(id -> listener.candidate(id, candidate)));
  }

  @Override
  public void changed(RTCPeerConnectionState state) {
    operations.execute(() -> see(state));
  }

  private void see(RTCPeerConnectionState state) {
    if (closed) {
      return;
    }
    if (state == RTCPeerConnectionState.CONNECTED) {
      connected = true;
      listener.connected();
    } else if (connected && isDown(state)) {
      connected = false;
      listener.disconnected();
    }
  }

  private static boolean isDown(RTCPeerConnectionState state) {
    return state == RTCPeerConnectionState.DISCONNECTED || state == RTCPeerConnectionState.FAILED;
  }
}
