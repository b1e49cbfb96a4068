package org.sessionsettlement.cli.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.sessionsettlement.localnet.Step;
import org.sessionsettlement.localnet.StepBarrier;

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
   * Returns once the service's clock has followed.
   *
   * @throws StackException if it does not
   */
  @Override
  public void await(Step step) {
    try {
      HttpResponse<String> answer = http.send(sync, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new StackException("the service did not follow the chain's time: " + answer.body());
      }
    } catch (IOException e) {
      throw new StackException("the service is not reachable at " + sync.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted");
    }
  }
}
