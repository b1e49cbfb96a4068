package org.sessionsettlement.controlplane.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.controlplane.Await;
import org.sessionsettlement.localnet.FreePort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus with the files of {@code deploy/prometheus}, which scrapes one service. */
final class Prometheus implements AutoCloseable {
  static final Path FILES = Path.of("../deploy/prometheus");
  private static final String EXAMPLE_TARGET = "127.0.0.1:8080";
  private static final int STOP_SECONDS = 10;
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final Process process;

  private Prometheus(int port, Process process) {
    this.port = port;
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** As an operator runs it, but in a hurry, on a free port and with its data in that folder. */
  static Prometheus start(Path folder, String target) throws IOException {
    int port = FreePort.any();
    var process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + configure(folder, target),
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    var prometheus = new Prometheus(port, process);
    Await.until("Prometheus answers", prometheus::isReady);
    return prometheus;
  }

  private static Path configure(Path folder, String target) throws IOException {
    Files.copy(FILES.resolve("settlement.rules.yml"), folder.resolve("settlement.rules.yml"));
    String configuration =
        Files.readString(FILES.resolve("prometheus.yml"))
            .replace(EXAMPLE_TARGET, target)
            .replace("interval: 15s", "interval: 1s");
    return Files.writeString(folder.resolve("prometheus.yml"), configuration);
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new AssertionError("Prometheus has ended with " + process.exitValue());
    }
    try {
      return status("/-/ready") == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private int status(String path) throws IOException {
    return send(path).statusCode();
  }

  private java.net.http.HttpResponse<String> send(String path) throws IOException {
    try {
      var uri = URI.create("http://127.0.0.1:" + port + path);
      return http.send(
          HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** What its HTTP interface answers. */
  JsonNode get(String path) {
    try {
      return JsonMapper.shared().readTree(send("/api/v1/" + path).body());
    } catch (IOException e) {
      throw new AssertionError("Prometheus does not answer", e);
    }
  }

  /** The answer to an expression. */
  JsonNode query(String expression) {
    return get("query?query=" + URLEncoder.encode(expression, UTF_8));
  }

  /** Runs promtool on a file of {@code deploy/prometheus}; what it says, and how it ended. */
  static Said promtool(List<String> arguments) throws IOException, InterruptedException {
    var command = new java.util.ArrayList<>(List.of("promtool"));
    command.addAll(arguments);
    var process =
        new ProcessBuilder(command).directory(FILES.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Said(process.waitFor(), said);
  }

  /** What a program ended with and what it said. */
  record Said(int exitCode, String text) {}

  @Override
  public void close() {
    http.close();
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
