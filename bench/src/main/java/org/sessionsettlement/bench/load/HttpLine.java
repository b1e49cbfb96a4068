package org.sessionsettlement.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A kept connection for one request at a time. */
final class HttpLine extends Wire {
  private final BiConsumer<HttpLine, HttpReply> afterwards;
  private @Nullable Consumer<HttpReply> asker;

  HttpLine(EventLoop loop, InetSocketAddress address, BiConsumer<HttpLine, HttpReply> afterwards)
      throws IOException {
    super(loop, address);
    this.afterwards = afterwards;
  }

  void post(String path, String token, String body, Consumer<HttpReply> answer) {
    asker = answer;
    String request =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    send(request.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  void received(ByteBuffer bytes) {
    HttpReply.take(bytes).ifPresent(this::answer);
  }

  @Override
  void lost(String why) {
    answer(HttpReply.lost(why));
  }

  private void answer(HttpReply reply) {
    var answered = asker;
    asker = null;
    if (reply.isLast()) {
      close();
    }
    afterwards.accept(this, reply);
    if (answered != null) {
      answered.accept(reply);
    }
  }
}
