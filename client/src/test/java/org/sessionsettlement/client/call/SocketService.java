package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** A service on a real socket: signs in with tokens t1, t2 and so on, and takes upgrades. */
final class SocketService extends Dispatcher implements AutoCloseable {
  static final long PATIENCE_MS = 20_000;

  final BlockingQueue<RecordedRequest> upgrades = new LinkedBlockingQueue<>();
  final Queue<MockResponse> refusals = new ConcurrentLinkedQueue<>();
  private final MockWebServer server = new MockWebServer();
  private final BlockingQueue<End> ends = new LinkedBlockingQueue<>();
  private final AtomicInteger tokens = new AtomicInteger();

  SocketService() throws IOException {
    server.setDispatcher(this);
    server.start();
  }

  /** The service's end of one socket. */
  static final class End extends WebSocketListener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    private final BlockingQueue<End> ends;
    private @Nullable WebSocket socket;

    private End(BlockingQueue<End> ends) {
      this.ends = ends;
    }

    @Override
    public void onOpen(WebSocket now, Response response) {
      socket = now;
      ends.add(this);
    }

    @Override
    public void onMessage(WebSocket now, String text) {
      texts.add(text);
    }

    @Override
    public void onClosing(WebSocket now, int code, String reason) {
      now.close(code, null);
      closed.add(code);
    }

    void say(String frame) {
      if (socket != null) {
        socket.send(frame);
      }
    }

    void close(int code) {
      if (socket != null) {
        socket.close(code, null);
      }
    }

    String hears() throws InterruptedException {
      return await(texts);
    }

    int closeCode() throws InterruptedException {
      return await(closed);
    }
  }

  String url() {
    return "http://localhost:" + server.getPort();
  }

  void refuseOnce(int status, String code) {
    refusals.add(json(status, "{\"error\":\"" + code + "\",\"detail\":\"\"}"));
  }

  End nextSocket() throws InterruptedException {
    return await(ends);
  }

  private static <T> T await(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
    assertThat(next).as("nothing came within " + PATIENCE_MS + " ms").isNotNull();
    return next;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (path.endsWith("/signal")) {
      upgrades.add(request);
      MockResponse refusal = refusals.poll();
      return refusal != null
          ? refusal
          : new MockResponse.Builder().webSocketUpgrade(new End(ends)).build();
    }
    return path.endsWith("/nonce") ? nonce() : token();
  }

  private MockResponse nonce() {
    String authority = "localhost:" + server.getPort();
    return json(
        200,
        "{\"nonce\":\"abcdefgh12345678\",\"domain\":\"%s\",\"uri\":\"%s\",\"chain_id\":31337,\"version\":\"1\",\"statement\":\"Sign in.\"}"
            .formatted(authority, url()));
  }

  private MockResponse token() {
    return json(
        200,
        "{\"access_token\":\"t%d\",\"refresh_token\":\"r\",\"expires_in_ms\":600000}"
            .formatted(tokens.incrementAndGet()));
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  @Override
  public void close() {
    server.close();
  }
}
