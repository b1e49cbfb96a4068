package org.sessionsettlement.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToneTest {
  @Test
  void goesOnFromFrameToFrame() {
    Tone tone = new Tone(50);
    // One period of 50 Hz is two frames: the second is the first one upside down.
    byte[] first = tone.next();
    byte[] second = tone.next();

    assertThat(first).hasSize(2 * Tone.FRAME_SAMPLES);
    for (int i = 0; i < Tone.FRAME_SAMPLES; i++) {
      assertThat(sample(second, i)).as("sample %d", i).isEqualTo(-sample(first, i));
    }
    assertThat(sample(first, Tone.FRAME_SAMPLES / 2)).isEqualTo(9_830);
  }

  @Test
  void isHeardAndSilenceIsNot() {
    HeardAudio heard = new HeardAudio();
    Tone tone = new Tone(440);
    for (int i = 0; i < 3; i++) {
      heard.onData(tone.next(), 16, Tone.SAMPLE_RATE, 1, Tone.FRAME_SAMPLES);
    }
    heard.onData(Tone.silence(), 16, Tone.SAMPLE_RATE, 1, Tone.FRAME_SAMPLES);

    assertThat(heard.counts()).isEqualTo(new HeardAudio.Counts(4, 3));
    assertThat(heard.counts().silentFrames()).isEqualTo(1);
  }

  private static int sample(byte[] frame, int at) {
    return (frame[2 * at] & 0xff) | (frame[2 * at + 1] << 8);
  }
}
