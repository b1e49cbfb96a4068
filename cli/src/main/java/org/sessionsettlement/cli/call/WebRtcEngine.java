package org.sessionsettlement.cli.call;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.concurrent.ScheduledExecutorService;
import org.sessionsettlement.client.IceSettings;

/**
 * libwebrtc for one participant: no sound card, a tone for a microphone. Everything is called on
 * one thread, and disposed of in the order in which things hold each other.
 */
final class WebRtcEngine {
  private static final double HERTZ = 440;

  private final HeadlessAudioDeviceModule devices;
  private final PeerConnectionFactory factory;
  private final Microphone microphone;
  private final HeardAudio heard;

  /**
   * An engine at rest.
   *
   * @param audio the thread that speaks
   * @throws RuntimeException or {@link LinkageError} where libwebrtc cannot be loaded
   */
  WebRtcEngine(ScheduledExecutorService audio, HeardAudio heard) {
    this.devices = new HeadlessAudioDeviceModule();
    this.factory = new PeerConnectionFactory(devices);
    this.microphone = new Microphone(new Tone(HERTZ), audio);
    this.heard = heard;
  }

  PeerLink connect(IceSettings ice, PeerLink.Events events) {
    return new PeerLink(factory, ice, microphone.source(), heard, events);
  }

  void mute(boolean muted) {
    microphone.mute(muted);
  }

  /**
   * Speaks from now on. The device that records nothing is stopped first: libwebrtc ends the
   * process where it and the microphone bring frames at the same time.
   */
  void speak() {
    devices.stopRecording();
    microphone.open(true);
  }

  void beSilent() {
    microphone.open(false);
  }

  void dispose() {
    microphone.dispose();
    devices.stopRecording();
    devices.stopPlayout();
    factory.dispose();
    devices.dispose();
  }
}
