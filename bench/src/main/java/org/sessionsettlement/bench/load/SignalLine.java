package org.sessionsettlement.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** One signalling socket (docs/signalling.md; the handshake of RFC 6455, section 4.1). */
final class SignalLine extends Wire {
  private static final int SWITCHING_PROTOCOLS = 101;

  /** Whose socket it is: hears what comes. */
  interface Listener {
    void heard(String frame);

    void lost(String why);
  }

  private final Listener listener;
  private boolean isOpen;

  SignalLine(
      EventLoop loop, InetSocketAddress address, String path, String token, Listener listener)
      throws IOException {
    super(loop, address);
    this.listener = listener;
    send(handshake(path, token).getBytes(StandardCharsets.US_ASCII));
  }

  private static String handshake(String path, String token) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + "Authorization: Bearer "
        + token
        + "\r\n\r\n";
  }

  void say(String frame) {
    send(new Frame(Frame.TEXT, frame).masked(ThreadLocalRandom.current().nextInt()));
  }

  @Override
  void received(ByteBuffer bytes) {
    if (!isOpen) {
      HttpReply.take(bytes).ifPresent(this::opened);
    }
    var frame = isOpen ? Frame.take(bytes) : Optional.<Frame>empty();
    while (frame.isPresent()) {
      act(frame.get());
      frame = Frame.take(bytes);
    }
  }

  private void opened(HttpReply reply) {
    isOpen = reply.status() == SWITCHING_PROTOCOLS;
    if (!isOpen) {
      close();
      listener.lost("refused: " + reply.status() + " " + reply.body());
    }
  }

  private void act(Frame frame) {
    switch (frame.opcode()) {
      case Frame.TEXT -> listener.heard(frame.text());
      case Frame.PING -> send(new Frame(Frame.PONG, frame.text()).masked(0));
      case Frame.CLOSE -> {
        close();
        listener.lost("closed: " + frame.text());
      }
      default -> {}
    }
  }

  @Override
  void lost(String why) {
    listener.lost(why);
  }
}
