package org.sessionsettlement.controlplane.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page hears on {@code GET /events}. */
final class EventLines implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final HttpResponse<Stream<String>> response;

  EventLines(int port, String query) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events" + query));
    response = client.send(request.build(), BodyHandlers.ofLines());
    Thread.ofVirtual().start(() -> response.body().forEach(lines::add));
  }

  /** The data of what was heard so far, in its order. */
  List<JsonNode> data() {
    return lines.stream()
        .filter(line -> line.startsWith("data:"))
        .map(line -> JsonMapper.shared().readTree(line.substring("data:".length())))
        .toList();
  }

  List<String> kinds() {
    return data().stream().map(one -> one.path("kind").asString()).toList();
  }

  /** The names of what was heard so far. */
  List<String> names() {
    return values("event:");
  }

  List<String> ids() {
    return values("id:");
  }

  private List<String> values(String field) {
    return lines.stream()
        .filter(line -> line.startsWith(field))
        .map(line -> line.substring(field.length()).strip())
        .toList();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
