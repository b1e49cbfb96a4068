package org.sessionsettlement.controlplane.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IncomingTest {
  private long nanos;
  private final Incoming incoming = new Incoming(() -> nanos);

  @Test
  void putsPartsTogether() {
    assertThat(incoming.part("{\"a\":", false)).isEqualTo(new Incoming.Result.NotYet());
    assertThat(incoming.part("1}", true)).isEqualTo(new Incoming.Result.Frame("{\"a\":1}"));
    assertThat(incoming.part("{}", true)).isEqualTo(new Incoming.Result.Frame("{}"));
  }

  @Test
  void takesAFrameOfTheGreatestSizeAndNoneBeyond() {
    String half = "x".repeat(Incoming.MAX_FRAME_CHARS / 2);
    assertThat(incoming.part(half, false)).isEqualTo(new Incoming.Result.NotYet());
    assertThat(incoming.part(half, true)).isEqualTo(new Incoming.Result.Frame(half + half));
    assertThat(incoming.part(half, false)).isEqualTo(new Incoming.Result.NotYet());
    assertThat(incoming.part(half + "x", false)).isEqualTo(tooMuch(CloseCode.FRAME_TOO_LARGE));
  }

  @Test
  void takesABurstAndThenSoManyFramesASecond() {
    takeFrames(Incoming.FRAMES_AT_ONCE);
    assertThat(incoming.part("{}", true)).isEqualTo(tooMuch(CloseCode.TOO_MUCH));
    nanos += Duration.ofSeconds(1).toNanos();
    takeFrames(Incoming.FRAMES_PER_SECOND);
    assertThat(incoming.part("{}", true)).isEqualTo(tooMuch(CloseCode.TOO_MUCH));
  }

  @Test
  void takesSoManyCharactersAndNoMoreHoweverFewTheFrames() {
    String part = "x".repeat(Incoming.MAX_FRAME_CHARS);
    for (int i = 0; i < Incoming.CHARS_AT_ONCE / Incoming.MAX_FRAME_CHARS; i++) {
      assertThat(incoming.part(part, true)).isInstanceOf(Incoming.Result.Frame.class);
    }
    assertThat(incoming.part("xx", true)).isEqualTo(tooMuch(CloseCode.TOO_MUCH));
    nanos += Duration.ofSeconds(1).toNanos();
    assertThat(incoming.part("x".repeat(Incoming.CHARS_PER_SECOND), true))
        .isInstanceOf(Incoming.Result.Frame.class);
  }

  private void takeFrames(int count) {
    for (int i = 0; i < count; i++) {
      assertThat(incoming.part("{}", true)).isEqualTo(new Incoming.Result.Frame("{}"));
    }
  }

  private static Incoming.Result tooMuch(CloseCode code) {
    return new Incoming.Result.TooMuch(code);
  }
}
