package org.sessionsettlement.cli.call;

import dev.onvoid.webrtc.media.audio.AudioTrackSink;

/** Counts the frames of audio that arrive, and those in which something is to be heard. */
final class HeardAudio implements AudioTrackSink {
  /** Of 32,768: coding leaves a little noise where there was silence. */
  private static final int SILENT_BELOW = 500;

  private Counts counts = new Counts(0, 0);

  /**
   * What was heard.
   *
   * @param frames of 10 ms
   * @param loudFrames those that are not silent
   */
  record Counts(long frames, long loudFrames) {
    long silentFrames() {
      return frames - loudFrames;
    }
  }

  synchronized Counts counts() {
    return counts;
  }

  @Override
  public synchronized void onData(
      byte[] data, int bitsPerSample, int sampleRate, int channels, int samples) {
    boolean loud = peak(data) >= SILENT_BELOW;
    counts = new Counts(counts.frames() + 1, counts.loudFrames() + (loud ? 1 : 0));
  }

  private static int peak(byte[] data) {
    int peak = 0;
    for (int i = 0; i + 1 < data.length; i += 2) {
      int sample = (data[i] & 0xff) | (data[i + 1] << 8);
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }
}
