package org.sessionsettlement.cli.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.sessionsettlement.localnet.Step;
import org.sessionsettlement.localnet.StepBarrier;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** Tells the service that the chain's time was moved, so that it watches at every step. */
public final class ServiceClock implements StepBarrier {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final HttpRequest sync;

  public ServiceClock(String serviceUrl) {
    this.sync =
        HttpRequest.newBuilder(URI.create(serviceUrl + "/local/clock/sync"))
            .timeout(LIMIT)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
  }

  /**
   * The service's clock after it followed the chain's.
   *
   * @param oldestHeartbeatMs when the connected client that has been silent longest was last heard
   */
  public record Followed(long nowMs, Optional<Long> oldestHeartbeatMs) {}

  /** Returns once the service's clock has followed. */
  @Override
  public void await(Step step) {
    var _ = follow();
  }

  /**
   * Makes the service's clock follow the chain's.
   *
   * @throws StackException if it does not
   */
  public Followed follow() {
    try {
      HttpResponse<String> answer = http.send(sync, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new StackException("the service did not follow the chain's time: " + answer.body());
      }
      return read(JsonValue.parse(answer.body()));
    } catch (IOException e) {
      throw new StackException("the service is not reachable at " + sync.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted");
    }
  }

  private static Followed read(JsonValue answer) {
    return new Followed(
        answer.get("now_ms").number(),
        answer.get("oldest_heartbeat_ms").ifPresent().map(JsonValue::number));
  }
}
