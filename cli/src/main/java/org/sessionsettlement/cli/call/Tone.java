package org.sessionsettlement.cli.call;

/** A sine as the frames that WebRTC takes: 10 ms of mono samples at 48 kHz, 16 bits each. */
final class Tone {
  static final int SAMPLE_RATE = 48_000;
  static final int FRAME_SAMPLES = SAMPLE_RATE / 100;

  private static final double AMPLITUDE = 0.3 * Short.MAX_VALUE;
  private static final byte[] SILENCE = new byte[2 * FRAME_SAMPLES];

  private final double radiansPerSample;
  private long samples;

  Tone(double hertz) {
    this.radiansPerSample = 2 * Math.PI * hertz / SAMPLE_RATE;
  }

  /** The next frame, least significant byte first; goes on where the last one ended. */
  byte[] next() {
    byte[] frame = new byte[2 * FRAME_SAMPLES];
    for (int i = 0; i < FRAME_SAMPLES; i++) {
      int sample = (int) Math.round(AMPLITUDE * Math.sin(radiansPerSample * samples++));
      frame[2 * i] = (byte) sample;
      frame[2 * i + 1] = (byte) (sample >> 8);
    }
    return frame;
  }

  static byte[] silence() {
    return SILENCE.clone();
  }
}
