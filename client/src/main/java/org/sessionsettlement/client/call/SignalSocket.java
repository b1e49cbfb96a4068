package org.sessionsettlement.client.call;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import okhttp3.OkHttpClient;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.Utf8;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.client.ApiTransport;

/** One WebSocket, from its handshake to its end, which it tells once. */
final class SignalSocket extends WebSocketListener implements ApiTransport {
  /** Closed without a close frame (RFC 6455, section 7.4.1). */
  static final int ABNORMAL = 1006;

  /** The service closes on a larger frame (docs/signalling.md). */
  static final int MAX_FRAME_BYTES = 64 * 1024;

  /** What may wait for a slow line; beyond it a frame is lost. */
  static final int MAX_WAITING_BYTES = 256 * 1024;

  private static final int NORMAL = 1000;
  private static final int SWITCHING_PROTOCOLS = 101;

  private final OkHttpClient http;
  private final Consumer<String> onText;
  private final IntConsumer onEnd;
  private final CompletableFuture<Response> handshake = new CompletableFuture<>();
  private @Nullable WebSocket socket;
  private boolean open;
  private boolean over;

  /**
   * A socket that is not open yet.
   *
   * @param onText told each text, in order
   * @param onEnd told the close code of a socket that was open, last of all
   */
  SignalSocket(OkHttpClient http, Consumer<String> onText, IntConsumer onEnd) {
    this.http = http;
    this.onText = onText;
    this.onEnd = onEnd;
  }

  /** Opens it, once, and waits until it is open or refused, as long as the client's timeouts. */
  @Override
  public Response exchange(Request request) throws IOException {
    okhttp3.Request.Builder upgrade = new okhttp3.Request.Builder().url(request.url());
    request.headers().forEach(upgrade::header);
    start(upgrade.build());
    try {
      return handshake.get();
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while opening the signalling socket");
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    }
  }

  private synchronized void start(okhttp3.Request upgrade) throws IOException {
    if (over) {
      throw new IOException("closed before it was opened");
    }
    socket = http.newWebSocket(upgrade, this);
  }

  /** Whether the frame is on its way; never where it is too large or too much waits already. */
  synchronized boolean send(String frame) {
    return open
        && !over
        && socket != null
        && Utf8.size(frame) <= MAX_FRAME_BYTES
        && socket.queueSize() <= MAX_WAITING_BYTES
        && socket.send(frame);
  }

  /** Ends it once what was sent is on its way, or before it is open; the end is not told. */
  synchronized void close() {
    over = true;
    if (socket != null && open) {
      socket.close(NORMAL, null);
    } else if (socket != null) {
      socket.cancel();
    }
  }

  @Override
  public void onOpen(WebSocket now, okhttp3.Response response) {
    synchronized (this) {
      open = true;
    }
    handshake.complete(new Response(response.code(), Map.of(), new byte[0]));
  }

  @Override
  public void onMessage(WebSocket now, String text) {
    onText.accept(text);
  }

  @Override
  public void onClosing(WebSocket now, int code, String reason) {
    now.close(NORMAL, null);
    end(code);
  }

  @Override
  public void onFailure(WebSocket now, Throwable cause, okhttp3.@Nullable Response response) {
    try {
      if (response != null && response.code() != SWITCHING_PROTOCOLS) {
        byte[] problem = response.peekBody(MAX_FRAME_BYTES).bytes();
        handshake.complete(new Response(response.code(), Map.of(), problem));
      }
    } catch (IOException cutOff) {
      cause.addSuppressed(cutOff);
    }
    handshake.completeExceptionally(cause);
    end(ABNORMAL);
  }

  private void end(int code) {
    if (endsNow()) {
      onEnd.accept(code);
    }
  }

  private synchronized boolean endsNow() {
    boolean ends = open && !over;
    over = true;
    return ends;
  }
}
