package org.sessionsettlement.cli.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.sessionsettlement.localnet.SupervisedProcess;

/** The service in a process of its own, which can be stopped, killed and started again. */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration READY_LIMIT = Duration.ofMinutes(2);
  private static final Duration TERM_BOUND = Duration.ofSeconds(20);
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PROBE_LIMIT).build();
  private final Map<String, String> environment;
  private final String url;
  private final Path logFile;
  private SupervisedProcess process;

  private ServiceProcess(
      Map<String, String> environment, String url, Path logFile, SupervisedProcess process) {
    this.environment = environment;
    this.url = url;
    this.logFile = logFile;
    this.process = process;
  }

  /**
   * Starts it; {@link #awaitReady} waits until it serves.
   *
   * @param environment its settings, SETTLE_SERVICE_*
   * @param url where it will serve
   */
  public static ServiceProcess start(Map<String, String> environment, String url, Path logFile) {
    return new ServiceProcess(environment, url, logFile, launch(environment, logFile));
  }

  /**
   * Returns once its database, its chain and its index are ready.
   *
   * @throws org.sessionsettlement.localnet.LocalnetException if it ends first, or is not ready in
   *     time
   */
  public void awaitReady() {
    process.awaitReady(this::isReady, READY_LIMIT);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public String url() {
    return url;
  }

  /** As {@code kill -9}. */
  public void kill() {
    process.kill();
  }

  /** Asks it to stop and waits until it has. */
  public void stop() {
    process.close();
  }

  /** Starts it again after {@link #kill} or {@link #stop}, and waits until it serves. */
  public void startAgain() {
    launchAgain();
    awaitReady();
  }

  /** Starts it again after {@link #kill} or {@link #stop}; {@link #awaitReady} waits for it. */
  public void launchAgain() {
    process.close();
    process = launch(environment, logFile);
  }

  @Override
  public void close() {
    stop();
    http.close();
  }

  private static SupervisedProcess launch(Map<String, String> environment, Path logFile) {
    return SupervisedProcess.start(
        new SupervisedProcess.Spec(
            "service", SelfCommand.of("serve"), environment, logFile, TERM_BOUND));
  }

  /** Whether its database, its chain and its index are ready now. */
  public boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/health")).timeout(PROBE_LIMIT).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
