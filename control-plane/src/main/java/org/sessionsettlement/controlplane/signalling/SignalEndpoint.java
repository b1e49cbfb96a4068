package org.sessionsettlement.controlplane.signalling;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket of the server's (Jakarta WebSocket 2.2), for one {@link SignalSocket}. */
final class SignalEndpoint extends Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(SignalEndpoint.class);

  /** How long a client may take for one frame before it counts as too slow. */
  private static final Duration SEND_LIMIT = Duration.ofSeconds(10);

  private final Function<Outgoing.Line, SignalSocket> made;
  private final Executor closer;
  private @Nullable SignalSocket socket;

  /**
   * @param closer runs the closing of a socket, which may wait for its client
   */
  SignalEndpoint(Function<Outgoing.Line, SignalSocket> made, Executor closer) {
    this.made = made;
    this.closer = closer;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    // The lease is our idle limit: see SocketWatch.
    session.setMaxIdleTimeout(0);
    session.getAsyncRemote().setSendTimeout(SEND_LIMIT.toMillis());
    var opened = made.apply(new SessionLine(session, closer));
    socket = opened;
    session.addMessageHandler(String.class, new Text(opened));
    session.addMessageHandler(ByteBuffer.class, new Binary(opened));
    opened.start();
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    if (socket != null) {
      socket.cut();
    }
  }

  @Override
  public void onError(Session session, Throwable thrown) {
    LOG.debug("a socket failed", thrown);
  }

  private record Text(SignalSocket socket) implements MessageHandler.Partial<String> {
    @Override
    public void onMessage(String part, boolean isLast) {
      socket.received(part, isLast);
    }
  }

  private record Binary(SignalSocket socket) implements MessageHandler.Partial<ByteBuffer> {
    @Override
    public void onMessage(ByteBuffer part, boolean isLast) {
      socket.refuse(CloseCode.BAD_FRAME, "frames are text");
    }
  }

  private record SessionLine(Session session, Executor closer) implements Outgoing.Line {
    @Override
    public void send(String frame, Consumer<Boolean> done) {
      try {
        session.getAsyncRemote().sendText(frame, result -> done.accept(result.isOK()));
      } catch (RuntimeException e) {
        LOG.debug("a frame was not sent", e);
        done.accept(false);
      }
    }

    @Override
    public void close(CloseCode code) {
      var reason =
          new CloseReason(CloseReason.CloseCodes.getCloseCode(code.number()), code.reason());
      closer.execute(() -> close(reason));
    }

    private void close(CloseReason reason) {
      try {
        session.close(reason);
      } catch (IOException e) {
        LOG.debug("a socket closed badly", e);
      }
    }
  }
}
