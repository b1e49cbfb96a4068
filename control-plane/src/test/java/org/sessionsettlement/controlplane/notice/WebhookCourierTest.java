package org.sessionsettlement.controlplane.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.notice.Courier.Result;

/** A webhook on a real socket, well-behaved and otherwise. */
class WebhookCourierTest {
  private static final String SECRET = "n".repeat(32);
  private static final String BEFORE = "o".repeat(32);
  private static final String BODY =
      NoticeCodec.write(
          new Notice(
              7,
              "ab".repeat(16),
              FakeBookings.key(1),
              FakeBookings.HOST,
              FakeBookings.GUEST,
              5,
              new What.RefundClaimable(BigInteger.TEN, 5)));

  private record Call(String path, String signature, String id, String type, String body) {}

  private final SettableClock clock = new SettableClock(FakeBookings.START_MS);
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void postsTheNoticeAsItWasStoredWithASignatureThatVerifies() throws Exception {
    assertThat(courier("/204", List.of(SECRET)).deliver(BODY, "")).isEqualTo(new Result.Done());

    var call = calls.take();
    assertThat(call.body()).isEqualTo(BODY);
    assertThat(call.id()).isEqualTo("ab".repeat(16));
    assertThat(call.type()).startsWith("application/json");
    assertThat(call.signature())
        .isEqualTo(
            "t=" + FakeBookings.START_S + ",v1=" + hmac(SECRET, FakeBookings.START_S + "." + BODY));
  }

  @Test
  void signsWithBothSecretsWhileTheyAreChanged() throws Exception {
    courier("/200", List.of(SECRET, BEFORE)).deliver(BODY, "");
    String signed = FakeBookings.START_S + "." + BODY;
    assertThat(calls.take().signature())
        .contains("v1=" + hmac(SECRET, signed), "v1=" + hmac(BEFORE, signed));
  }

  @Test
  void takesWhatIsNoSuccessForAFailure() {
    assertThat(courier("/500", List.of(SECRET)).deliver(BODY, ""))
        .isEqualTo(new Result.Failed("answered 500"));
    assertThat(courier("/410", List.of(SECRET)).deliver(BODY, ""))
        .isEqualTo(new Result.Failed("answered 410"));
  }

  @Test
  void followsNoRedirect() {
    assertThat(courier("/307", List.of(SECRET)).deliver(BODY, ""))
        .isEqualTo(new Result.Failed("answered 307"));
    assertThat(calls).extracting(Call::path).containsExactly("/307");
  }

  @Test
  void givesUpOnOneThatDoesNotAnswer() {
    assertThat(courier("/never", List.of(SECRET)).deliver(BODY, ""))
        .isEqualTo(new Result.Failed("no answer: InterruptedIOException"));
  }

  @Test
  void readsNothingOfAnAnswerThatDoesNotEnd() {
    assertThat(courier("/endless", List.of(SECRET)).deliver(BODY, "")).isEqualTo(new Result.Done());
  }

  @Test
  void failsWhereNobodyListens() {
    server.stop(0);
    assertThat(courier("/200", List.of(SECRET)).deliver(BODY, ""))
        .isInstanceOf(Result.Failed.class);
  }

  private WebhookCourier courier(String path, List<String> secrets) {
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new WebhookCourier(url, secrets, clock, Duration.ofSeconds(1));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    var headers = exchange.getRequestHeaders();
    calls.add(
        new Call(
            path,
            headers.getFirst("Settlement-Signature"),
            headers.getFirst("Settlement-Notice"),
            headers.getFirst("Content-Type"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    switch (path) {
      case "/never" -> waitUntilOver();
      case "/endless" -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(new byte[10]);
        exchange.getResponseBody().flush();
        waitUntilOver();
      }
      default -> {
        exchange.getResponseHeaders().set("Location", "/200");
        exchange.sendResponseHeaders(Integer.parseInt(path.substring(1)), -1);
      }
    }
    exchange.close();
  }

  private void waitUntilOver() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String hmac(String secret, String text) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
