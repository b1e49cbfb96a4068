package org.sessionsettlement.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReplyTest {
  private static final String WITH_LENGTH = "HTTP/1.1 409 \r\nContent-Length: 5\r\n\r\nhello";
  private static final String IN_CHUNKS =
      "HTTP/1.1 409 Conflict\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n";

  @ParameterizedTest
  @ValueSource(strings = {WITH_LENGTH, IN_CHUNKS})
  void isTakenOnlyWhenAllOfItIsThere(String text) {
    for (int length = 0; length < text.length(); length++) {
      var part = bytes(text.substring(0, length));
      assertThat(HttpReply.take(part)).isEmpty();
      assertThat(part.position()).isZero();
    }
    assertThat(HttpReply.take(bytes(text))).contains(new HttpReply(409, "hello", false));
  }

  @Test
  void leavesWhatFollows() {
    var upgraded = bytes("HTTP/1.1 101 \r\nUpgrade: websocket\r\n\r\n\u0081");
    assertThat(HttpReply.take(upgraded)).contains(new HttpReply(101, "", false));
    assertThat(upgraded.remaining()).isEqualTo(1);
  }

  @Test
  void tellsWhetherTheConnectionIsOfUseAfterIt() {
    var last = bytes("HTTP/1.1 200 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    assertThat(HttpReply.take(last)).contains(new HttpReply(200, "", true));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
