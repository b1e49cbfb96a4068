package org.sessionsettlement.controlplane.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** An OpenTelemetry collector on loopback that keeps the spans it is sent. */
final class OtlpCollector implements AutoCloseable {
  private final HttpServer server;
  private final List<Span> spans = new CopyOnWriteArrayList<>();

  OtlpCollector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  /** A span, as far as tests look at it. */
  record Span(
      String traceId,
      String id,
      String parentId,
      String name,
      long startNanos,
      long endNanos,
      Map<String, String> attributes) {}

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Span> spansOf(String booking) {
    return spans.stream().filter(span -> booking.equals(span.attributes().get("booking"))).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = new Protobuf(exchange.getRequestBody().readAllBytes());
      request.messages(1).stream()
          .flatMap(resource -> resource.messages(2).stream())
          .flatMap(scope -> scope.messages(2).stream())
          .map(OtlpCollector::span)
          .forEach(spans::add);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** Numbers are those of opentelemetry/proto/trace/v1/trace.proto. */
  private static Span span(Protobuf message) {
    var hex = HexFormat.of();
    return new Span(
        hex.formatHex(message.bytes(1)),
        hex.formatHex(message.bytes(2)),
        hex.formatHex(message.bytes(4)),
        message.text(5),
        message.fixed64(7),
        message.fixed64(8),
        message.messages(9).stream()
            .collect(
                Collectors.toMap(
                    pair -> pair.text(1), pair -> pair.messages(2).getFirst().text(1))));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
