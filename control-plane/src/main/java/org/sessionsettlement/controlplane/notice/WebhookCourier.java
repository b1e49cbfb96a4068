package org.sessionsettlement.controlplane.notice;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Posts notices to the operator's URL. Any answer but 2xx is a failure, a redirect too. */
public final class WebhookCourier implements Courier {
  public static final String ID_HEADER = "Settlement-Notice";

  /** From the first byte sent to the last one read. */
  private static final Duration WHOLE_CALL = Duration.ofSeconds(10);

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final MediaType JSON = MediaType.get("application/json");

  private final String url;
  private final List<String> secrets;
  private final InstantSource clock;
  private final OkHttpClient http;

  /**
   * @param secrets the current one first, and the one before while it is changed
   */
  public WebhookCourier(URI url, List<String> secrets, InstantSource clock) {
    this(url, secrets, clock, WHOLE_CALL);
  }

  WebhookCourier(URI url, List<String> secrets, InstantSource clock, Duration wholeCall) {
    this.url = url.toString();
    this.secrets = List.copyOf(secrets);
    this.clock = clock;
    this.http =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(CONNECT)
            .callTimeout(wholeCall)
            .build();
  }

  @Override
  public Result deliver(String body, String wallet) {
    long atSeconds = clock.instant().getEpochSecond();
    var request =
        new Request.Builder()
            .url(url)
            .header(Signature.HEADER, Signature.of(secrets, atSeconds, body))
            .header(ID_HEADER, NoticeCodec.read(body).id())
            .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON))
            .build();
    // What it answers beside its status is not read, however much it is.
    try (var response = http.newCall(request).execute()) {
      return response.isSuccessful()
          ? new Result.Done()
          : new Result.Failed("answered " + response.code());
    } catch (IOException e) {
      return new Result.Failed("no answer: " + e.getClass().getSimpleName());
    }
  }
}
