package org.sessionsettlement.tempo.rpc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * The transport over OkHttp, on a JVM and on Android. Errors name the host only: an address may
 * hold a key.
 */
public final class OkHttpTransport implements HttpTransport {
  /** The largest answer taken: 64 MiB. */
  public static final long DEFAULT_MAX_ANSWER_BYTES = 64L << 20;

  private static final MediaType JSON = MediaType.get("application/json");
  private static final long PIECE_BYTES = 64 << 10;

  /** Delta-seconds of RFC 9110, section 10.2.3; a date would need a clock that agrees. */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private final OkHttpClient client;
  private final HttpUrl url;
  private final Duration wholeCall;
  private final long maxAnswerBytes;

  /** The transport with {@link RpcTimeouts#DEFAULT} and {@link #DEFAULT_MAX_ANSWER_BYTES}. */
  public OkHttpTransport(String url) {
    this(new OkHttpClient(), url, RpcTimeouts.DEFAULT, DEFAULT_MAX_ANSWER_BYTES);
  }

  /**
   * The transport on a client whose connections and threads may be shared.
   *
   * @throws IllegalArgumentException when the address is no http or https address; it is not
   *     repeated
   */
  public OkHttpTransport(
      OkHttpClient shared, String url, RpcTimeouts timeouts, long maxAnswerBytes) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException("the RPC address is no http(s) URL");
    }
    this.url = parsed;
    this.wholeCall = timeouts.wholeCall();
    this.maxAnswerBytes = maxAnswerBytes;
    this.client =
        shared
            .newBuilder()
            .socketFactory(new NoDelaySockets(shared.socketFactory()))
            .connectTimeout(timeouts.connect())
            .readTimeout(timeouts.read())
            .callTimeout(timeouts.wholeCall())
            .build();
  }

  @Override
  public Answer post(String json) throws IOException {
    return post(json, wholeCall);
  }

  @Override
  public Answer post(String json, Duration atMost) throws IOException {
    // As bytes: of a string OkHttp would add a charset that some nodes refuse.
    RequestBody body = RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON);
    Call call = client.newCall(new Request.Builder().url(url).post(body).build());
    Duration limit = atMost.compareTo(wholeCall) < 0 ? atMost : wholeCall;
    call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    try (Response response = call.execute()) {
      return new Answer(response.code(), read(response.body()), retryAfter(response));
    }
  }

  private static Optional<Duration> retryAfter(Response response) {
    return Optional.ofNullable(response.header("Retry-After"))
        .filter(text -> SECONDS.matcher(text).matches())
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  /** The host alone. */
  public String host() {
    return url.host();
  }

  private String read(ResponseBody body) throws IOException {
    Buffer all = new Buffer();
    while (body.source().read(all, PIECE_BYTES) >= 0) {
      if (all.size() > maxAnswerBytes) {
        throw MalformedAnswerException.largerThan(maxAnswerBytes);
      }
    }
    return all.readUtf8();
  }

  @Override
  public String toString() {
    return "OkHttpTransport[" + url.host() + "]";
  }
}
