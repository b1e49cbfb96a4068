package org.sessionsettlement.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final Frame HELLO = new Frame(Frame.TEXT, "Hello");

  /** RFC 6455, section 5.7. */
  @Test
  void isMaskedAsTheStandardsExample() {
    assertThat(HELLO.masked(0x37fa213d)).isEqualTo(bytes("818537fa213d7f9f4d5158"));
  }

  /** RFC 6455, section 5.7. */
  @Test
  void isReadAsTheStandardsExample() {
    assertThat(Frame.take(ByteBuffer.wrap(bytes("810548656c6c6f")))).contains(HELLO);
  }

  @Test
  void hasItsLengthInTwoMoreBytesFrom126On() {
    assertThat(new Frame(Frame.TEXT, "x".repeat(125)).masked(0)).hasSize(2 + 4 + 125);
    assertThat(new Frame(Frame.TEXT, "x".repeat(126)).masked(0))
        .hasSize(4 + 4 + 126)
        .startsWith(bytes("81fe007e"));
  }

  @Test
  void isTakenOnlyWhenAllOfItIsThere() {
    String text = "y".repeat(300);
    byte[] whole = new byte[4 + 300];
    ByteBuffer.wrap(whole).put(bytes("817e012c")).put(text.getBytes(StandardCharsets.UTF_8));
    for (int length = 0; length < whole.length; length++) {
      var part = ByteBuffer.wrap(whole, 0, length);
      assertThat(Frame.take(part)).isEmpty();
      assertThat(part.position()).isZero();
    }
    assertThat(Frame.take(ByteBuffer.wrap(whole))).contains(new Frame(Frame.TEXT, text));
  }

  @Test
  void leavesTheNextOne() {
    var two = ByteBuffer.wrap(bytes("8900810548656c6c6f"));
    assertThat(Frame.take(two)).contains(new Frame(Frame.PING, ""));
    assertThat(Frame.take(two)).contains(HELLO);
    assertThat(Frame.take(two)).isEmpty();
  }

  @Test
  void isRefusedInParts() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Frame.take(ByteBuffer.wrap(bytes("010548656c6c6f"))));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
