package org.sessionsettlement.controlplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.Await;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.Address;

class TracesTest {
  private static final int MANY = 3 * Traces.MOST_WAITING;
  private static final BookingKey BOOKING = new BookingKey(Address.ZERO, 1);

  /** Its complaints are expected here, and written by threads that Surefire cannot follow. */
  private static final Logger COMPLAINTS = Logger.getLogger("io.opentelemetry");

  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer hanging;

  @BeforeEach
  void start() throws IOException {
    COMPLAINTS.setLevel(Level.OFF);
    hanging = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hanging.createContext("/", this::hang);
    hanging.start();
  }

  @AfterEach
  void stop() {
    release.countDown();
    hanging.stop(0);
    COMPLAINTS.setLevel(null);
  }

  private void hang(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      release.await();
      exchange.sendResponseHeaders(500, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Were a step to wait for room in the queue, this would never come to its end. */
  @Test
  void aCollectorThatHangsHoldsUpNobody() {
    var traces = Traces.to(URI.create("http://127.0.0.1:" + hanging.getAddress().getPort()), "n");
    tell(traces, 1);
    Await.until("the collector hangs", () -> requests.get() > 0);
    tell(traces, MANY);
    assertThat(release.getCount()).isEqualTo(1);
    release.countDown();
    traces.close();
  }

  @Test
  void aCollectorThatIsAwayMakesNothingFail() {
    hanging.stop(0);
    var traces = Traces.to(URI.create("http://127.0.0.1:1"), "n");
    assertThatCode(
            () -> {
              tell(traces, MANY);
              traces.close();
            })
        .doesNotThrowAnyException();
  }

  private static void tell(Traces traces, int steps) {
    for (int i = 0; i < steps; i++) {
      traces.step(BOOKING, "evaluate", i, i + 1, Map.of("trigger", "sweep"));
    }
  }
}
