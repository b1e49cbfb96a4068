package org.sessionsettlement.client;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okio.BufferedSource;

/** The default transport. One instance serves any number of clients and threads. */
public final class OkHttpApiTransport implements ApiTransport {
  /** The whole exchange, from connecting to the last byte. */
  public static final long CALL_TIMEOUT_MS = 10_000;

  /** No answer of the service is larger. */
  public static final long MAX_BODY_BYTES = 4L * 1024 * 1024;

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient http;

  /** With a client of its own. */
  public OkHttpApiTransport() {
    this(new OkHttpClient.Builder().callTimeout(CALL_TIMEOUT_MS, TimeUnit.MILLISECONDS).build());
  }

  /** With the app's client, its pool and its timeouts. */
  public OkHttpApiTransport(OkHttpClient http) {
    this.http = http;
  }

  @Override
  public Response exchange(Request request) throws IOException {
    okhttp3.Request.Builder builder = new okhttp3.Request.Builder().url(request.url());
    request.headers().forEach(builder::header);
    builder.method(
        request.method(), request.json().map(text -> RequestBody.create(text, JSON)).orElse(null));
    try (okhttp3.Response response = http.newCall(builder.build()).execute()) {
      return new Response(response.code(), headersOf(response), bodyOf(response));
    }
  }

  private static Map<String, String> headersOf(okhttp3.Response response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .forEach(h -> headers.putIfAbsent(h.getFirst().toLowerCase(Locale.ROOT), h.getSecond()));
    return headers;
  }

  private static byte[] bodyOf(okhttp3.Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(MAX_BODY_BYTES + 1)) {
      throw new IOException("the answer is larger than " + MAX_BODY_BYTES + " bytes");
    }
    return source.readByteArray();
  }
}
