package org.sessionsettlement.cli.call;

import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Pushes a tone, or silence where it is muted, every 10 ms while it is open. */
final class Microphone {
  private static final int FRAME_MS = 10;
  private static final int BITS = 16;
  private static final int MONO = 1;

  private final CustomAudioSource source = new CustomAudioSource();
  private final Tone tone;
  private boolean open;
  private boolean muted;
  private boolean disposed;

  /** Speaks, once it is opened, from that thread. */
  Microphone(Tone tone, ScheduledExecutorService thread) {
    this.tone = tone;
    var _ = thread.scheduleAtFixedRate(this::push, FRAME_MS, FRAME_MS, TimeUnit.MILLISECONDS);
  }

  CustomAudioSource source() {
    return source;
  }

  synchronized void mute(boolean now) {
    muted = now;
  }

  /** Once this has returned with false, no frame is under way. */
  synchronized void open(boolean now) {
    open = now;
  }

  synchronized void dispose() {
    open = false;
    if (!disposed) {
      disposed = true;
      source.dispose();
    }
  }

  private synchronized void push() {
    if (open) {
      byte[] frame = muted ? Tone.silence() : tone.next();
      source.pushAudio(frame, BITS, Tone.SAMPLE_RATE, MONO, Tone.FRAME_SAMPLES);
    }
  }
}
