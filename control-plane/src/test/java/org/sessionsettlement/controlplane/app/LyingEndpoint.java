package org.sessionsettlement.controlplane.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A node's JSON-RPC with some of its results changed, by method. */
final class LyingEndpoint implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI chain;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, UnaryOperator<JsonNode>> lies = new ConcurrentHashMap<>();
  private volatile boolean cut;

  LyingEndpoint(URI chain) {
    this.chain = chain;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on, results of this method go through this. */
  LyingEndpoint about(String method, UnaryOperator<JsonNode> lie) {
    lies.put(method, lie);
    return this;
  }

  /** The same, whatever the node says. */
  LyingEndpoint about(String method, String result) {
    return about(method, _ -> JSON.readTree(result));
  }

  void tellTheTruth() {
    lies.clear();
  }

  /** From now on requests find nobody. */
  void cut() {
    cut = true;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (cut) {
        return;
      }
      byte[] asked = exchange.getRequestBody().readAllBytes();
      byte[] answer = JSON.writeValueAsBytes(bent(JSON.readTree(asked), truth(asked)));
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode truth(byte[] asked) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(chain)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofByteArray(asked))
            .build();
    return JSON.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
  }

  private JsonNode bent(JsonNode requests, JsonNode answers) {
    var asked = requests.isArray() ? List.copyOf(requests.values()) : List.of(requests);
    var given = answers.isArray() ? List.copyOf(answers.values()) : List.of(answers);
    for (var answer : given) {
      asked.stream()
          .filter(request -> request.path("id").equals(answer.path("id")) && answer.has("result"))
          .flatMap(request -> lieAbout(request.path("method").asString()).stream())
          .forEach(lie -> ((ObjectNode) answer).set("result", lie.apply(answer.path("result"))));
    }
    return answers;
  }

  private Optional<UnaryOperator<JsonNode>> lieAbout(String method) {
    return Optional.ofNullable(lies.get(method));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    client.close();
  }
}
