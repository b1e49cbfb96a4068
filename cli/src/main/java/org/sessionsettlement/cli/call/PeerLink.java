package org.sessionsettlement.cli.call;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCStatsCollectorCallback;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sessionsettlement.client.IceSettings;
import org.sessionsettlement.client.call.IceCandidate;

/** One peer connection with its track of ours, and what libwebrtc tells of it. */
final class PeerLink implements PeerConnectionObserver {
  /** Told on libwebrtc's own threads, on which it must not be called back. */
  interface Events {
    void found(IceCandidate candidate);

    void changed(RTCPeerConnectionState state);
  }

  private final Events events;
  private final HeardAudio heard;
  private final AudioTrack own;
  private final RTCPeerConnection connection;
  private final RTCRtpSender sender;
  private final Descriptions descriptions;
  private final List<AudioTrack> remote = new ArrayList<>();

  PeerLink(
      PeerConnectionFactory factory,
      IceSettings ice,
      AudioTrackSource source,
      HeardAudio heard,
      Events events) {
    this.events = events;
    this.heard = heard;
    this.own = factory.createAudioTrack("tone", source);
    this.connection = factory.createPeerConnection(IceConfiguration.of(ice), this);
    this.descriptions = new Descriptions(connection);
    this.sender = connection.addTrack(own, List.of("call"));
  }

  Descriptions descriptions() {
    return descriptions;
  }

  void add(IceCandidate candidate) {
    connection.addIceCandidate(
        new RTCIceCandidate(candidate.sdpMid(), candidate.sdpMLineIndex(), candidate.candidate()));
  }

  void stats(Consumer<LinkStats> then) {
    RTCStatsCollectorCallback callback = report -> then.accept(LinkStats.of(report));
    connection.getStats(callback);
  }

  void close() {
    synchronized (this) {
      remote.forEach(track -> track.removeSink(heard));
    }
    connection.removeTrack(sender);
    connection.close();
    own.dispose();
  }

  @Override
  public void onIceCandidate(RTCIceCandidate found) {
    events.found(new IceCandidate(found.sdp, found.sdpMid, found.sdpMLineIndex));
  }

  @Override
  public void onConnectionChange(RTCPeerConnectionState state) {
    events.changed(state);
  }

  @Override
  public synchronized void onTrack(RTCRtpTransceiver transceiver) {
    if (transceiver.getReceiver().getTrack() instanceof AudioTrack track) {
      track.addSink(heard);
      remote.add(track);
    }
  }
}
