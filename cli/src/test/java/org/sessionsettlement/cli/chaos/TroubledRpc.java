package org.sessionsettlement.cli.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A node's line to its chain, which can be troubled, or held at one step. */
final class TroubledRpc implements AutoCloseable {
  private static final Duration UPSTREAM_LIMIT = Duration.ofSeconds(20);
  private static final Duration DELAY = Duration.ofMillis(400);
  private static final int STALE_BLOCKS = 6;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final URI chain;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Random random;
  private volatile Optional<RpcTrouble> trouble = Optional.empty();
  private volatile Optional<Hold> hold = Optional.empty();

  private TroubledRpc(URI chain, HttpServer server, Random random) {
    this.chain = chain;
    this.server = server;
    this.random = random;
  }

  static TroubledRpc to(String chainUrl, Random random) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TroubledRpc rpc = new TroubledRpc(URI.create(chainUrl), server, random);
      server.setExecutor(rpc.threads);
      server.createContext("/", rpc::handle);
      server.start();
      return rpc;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void trouble(RpcTrouble kind) {
    trouble = Optional.of(kind);
  }

  void calm() {
    trouble = Optional.empty();
  }

  /** Holds whoever comes to that step, until the hold is closed. */
  Hold hold(Hold at) {
    hold = Optional.of(at);
    return at;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Optional<RpcTrouble> now = trouble.filter(kind -> random.nextBoolean());
      if (now.isPresent()) {
        troubled(now.get(), exchange, request);
      } else {
        pass(exchange, request);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void troubled(RpcTrouble kind, HttpExchange exchange, String request)
      throws IOException, InterruptedException {
    switch (kind) {
      case DELAYS -> {
        LockSupport.parkNanos(DELAY.toNanos());
        pass(exchange, request);
      }
      case DROPS_REQUESTS -> {}
      case DROPS_ANSWERS -> ask(request);
      case DUPLICATES -> {
        ask(request);
        pass(exchange, request);
      }
      case IS_BUSY -> {
        exchange.getResponseHeaders().set("retry-after", "1");
        exchange.sendResponseHeaders(TOO_MANY_REQUESTS, -1);
      }
      case FAILS -> answer(exchange, SERVER_ERROR, "<html>sorry</html>");
      case IS_STALE -> pass(exchange, stale(request));
    }
  }

  private void pass(HttpExchange exchange, String request)
      throws IOException, InterruptedException {
    Optional<Hold> here = hold;
    if (here.isPresent() && here.get().request().test(request)) {
      here.get().keep();
      return;
    }
    HttpResponse<String> answer = ask(request);
    if (here.isPresent() && here.get().answer().test(new Hold.Exchanged(request, answer.body()))) {
      here.get().keep();
      return;
    }
    answer(exchange, answer.statusCode(), answer.body());
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /** The same request, but of a block before the newest. */
  private String stale(String request) throws IOException, InterruptedException {
    if (!request.contains("\"latest\"")) {
      return request;
    }
    String head =
        ask("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"eth_blockNumber\",\"params\":[]}").body();
    long number = Long.parseLong(head.replaceAll(".*\"0x([0-9a-f]+)\".*", "$1"), 16);
    long before = Math.max(0, number - STALE_BLOCKS);
    return request.replace("\"latest\"", "\"0x" + Long.toHexString(before) + "\"");
  }

  private HttpResponse<String> ask(String request) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(chain)
            .timeout(UPSTREAM_LIMIT)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(request))
            .build(),
        BodyHandlers.ofString());
  }

  @Override
  public void close() {
    hold.ifPresent(Hold::close);
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }
}
