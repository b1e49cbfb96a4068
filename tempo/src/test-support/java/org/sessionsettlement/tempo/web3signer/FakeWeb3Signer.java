package org.sessionsettlement.tempo.web3signer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.signature.Secp256k1PrivateKey;

/**
 * A signer with one key that does what Web3Signer's OpenAPI document eth1/web3signer.yaml says, and
 * really signs; a test can have the next answers bent.
 */
public final class FakeWeb3Signer implements AutoCloseable {
  private static final Pattern SIGN = Pattern.compile("/api/v1/eth1/sign/(0x[0-9a-f]{128})");
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json";

  private final Secp256k1PrivateKey key;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile UnaryOperator<Answer> bent = answer -> answer;

  /** What goes back. */
  record Answer(int status, String type, String body) {}

  /** Listens at once. */
  public FakeWeb3Signer(Secp256k1PrivateKey key) {
    this.key = key;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on, answers go through this. */
  FakeWeb3Signer bending(UnaryOperator<Answer> change) {
    bent = change;
    return this;
  }

  /** The same, for the text of good answers. */
  public FakeWeb3Signer bendingBody(UnaryOperator<String> change) {
    return bending(good -> new Answer(good.status(), good.type(), change.apply(good.body())));
  }

  /** From now on, every answer has this status and no body. */
  public FakeWeb3Signer withStatus(int status) {
    return bending(good -> new Answer(status, TEXT, ""));
  }

  /** Method and path of every request. */
  public List<String> asked() {
    return asked;
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Answer answer = bent.apply(route(exchange, body));
    byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private Answer route(HttpExchange exchange, String body) {
    String path = exchange.getRequestURI().getPath();
    Matcher sign = SIGN.matcher(path);
    if (exchange.getRequestMethod().equals("POST") && sign.matches()) {
      boolean json = JSON.equals(exchange.getRequestHeaders().getFirst("Content-Type"));
      return json ? sign(sign.group(1), body) : new Answer(400, TEXT, "");
    }
    return switch (path) {
      case "/upcheck" -> new Answer(200, TEXT, "OK");
      case "/api/v1/eth1/publicKeys" -> new Answer(200, JSON, "[\"" + identifier() + "\"]");
      default -> new Answer(404, TEXT, "");
    };
  }

  private Answer sign(String identifier, String body) {
    if (!identifier.equals(identifier())) {
      return new Answer(404, TEXT, "");
    }
    Bytes data = JsonValue.parse(body).get("data").bytes();
    return new Answer(200, TEXT, key.sign(Keccak256.hash(data)).toBytes().toString());
  }

  private String identifier() {
    return key.publicKey().toBytes().toString();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
