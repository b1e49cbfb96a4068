package org.sessionsettlement.tempo.rpc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A node that answers over HTTP what a test tells it to, and remembers what it was asked. */
public final class FakeNode implements AutoCloseable {
  private final HttpServer server;
  private final List<JsonValue> asked = new CopyOnWriteArrayList<>();
  private volatile Function<JsonValue, String> answers = request -> "{}";
  private volatile int status = 200;

  /** Listens at once. */
  public FakeNode() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  TempoRpc rpc() {
    return TempoRpc.at(url());
  }

  /** Answers every HTTP request with this text. */
  public FakeNode answering(String body) {
    answers = request -> body;
    return this;
  }

  /** Answers every HTTP request by looking at it. */
  public FakeNode answering(Function<JsonValue, String> body) {
    answers = body;
    return this;
  }

  /** Answers the only request with this result (JSON). */
  FakeNode withResult(String result) {
    return answering("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":" + result + "}");
  }

  /** Answers the only request with this error (JSON). */
  FakeNode withError(String error) {
    return answering("{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":" + error + "}");
  }

  FakeNode withStatus(int code) {
    status = code;
    return this;
  }

  /** Every HTTP request so far. */
  public List<JsonValue> asked() {
    return asked;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonValue request = JsonValue.parse(body);
    asked.add(request);
    byte[] answer = answers.apply(request).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
