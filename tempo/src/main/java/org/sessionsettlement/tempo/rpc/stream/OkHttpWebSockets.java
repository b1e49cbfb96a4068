package org.sessionsettlement.tempo.rpc.stream;

import java.time.Duration;
import java.util.Locale;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** WebSockets over OkHttp, on a JVM and on Android; a peer that does not answer pings is gone. */
public final class OkHttpWebSockets implements WebSockets {
  /** How often a ping goes out; without its pong by the next the connection is broken. */
  public static final Duration DEFAULT_PING = Duration.ofSeconds(5);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int NORMAL_CLOSURE = 1000;

  private final OkHttpClient client;
  private final Request request;

  /** With {@link #DEFAULT_PING}. */
  public OkHttpWebSockets(String url) {
    this(url, DEFAULT_PING);
  }

  /**
   * With a client of its own.
   *
   * @throws IllegalArgumentException when the address is no ws or wss address; it is not repeated
   */
  public OkHttpWebSockets(String url, Duration ping) {
    String http = url.toLowerCase(Locale.ROOT).startsWith("ws") ? "http" + url.substring(2) : "";
    HttpUrl parsed = HttpUrl.parse(http);
    if (parsed == null) {
      throw new IllegalArgumentException("the WebSocket address is no ws(s) URL");
    }
    this.request = new Request.Builder().url(parsed).build();
    this.client =
        new OkHttpClient.Builder().pingInterval(ping).connectTimeout(CONNECT_TIMEOUT).build();
  }

  @Override
  public Connection open(Receiver receiver) {
    WebSocket socket = client.newWebSocket(request, new Forwarding(receiver));
    return new Connection() {
      @Override
      public void send(String text) {
        if (!socket.send(text)) {
          receiver.broken("nothing can be sent");
        }
      }

      @Override
      public void close() {
        socket.cancel();
      }
    };
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private static final class Forwarding extends WebSocketListener {
    private final Receiver receiver;

    Forwarding(Receiver receiver) {
      this.receiver = receiver;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      receiver.opened();
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      receiver.received(text);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      socket.close(NORMAL_CLOSURE, null);
      receiver.broken("closed by the node with code " + code);
    }

    @Override
    public void onFailure(WebSocket socket, Throwable error, @Nullable Response response) {
      receiver.broken(error.getClass().getSimpleName());
    }
  }
}
