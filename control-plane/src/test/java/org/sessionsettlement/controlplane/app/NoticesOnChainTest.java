package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.notice.SmtpServer;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.tempo.token.Tip20;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a no-show on a real chain to the mailbox of the one who is marked, and on to the end. */
class NoticesOnChainTest {
  private static final int DURATION_MINS = 2;

  @TempDir Path folder;

  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final Map<String, JsonNode> notices = new ConcurrentHashMap<>();
  private final AtomicInteger refusals = new AtomicInteger(2);
  private HttpServer webhook;

  @BeforeEach
  void listen() throws IOException {
    mail.start();
    webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    webhook.createContext("/", this::answer);
    webhook.start();
  }

  @AfterEach
  void stop() {
    webhook.stop(0);
    mail.stop();
  }

  @Test
  void reachesThePartyThatIsMarkedWhileItCanStillChallenge() throws Exception {
    var database = TestDatabase.freshSchema(getClass());
    try (var stack = new LocalStack(folder, database, everywhere())) {
      var host = stack.person(DevAccounts.HOSTS.get(0));
      var absent = stack.person(DevAccounts.GUESTS.get(0));
      try (var own = Database.connect(database)) {
        mailbox(own, absent);
      }
      var booking = nobodyCame(stack, host, absent);

      stack.await("the mail", () -> mail.getReceivedMessages().length == 1);
      var attested = of("attested", stack, booking).path("what");
      long until = attested.path("challenge_until_s").asLong();
      assertThat(until).isGreaterThan(stack.nowSeconds());
      var got = mail.getReceivedMessages()[0];
      assertThat(got.getSubject()).startsWith("You were marked as not having kept");
      assertThat(got.getContent().toString())
          .contains(Instant.ofEpochSecond(until).toString())
          .contains("1.000000 (" + LocalStack.BOND + " token units)");

      challenge(stack, absent, booking);
      assertThat(of("challenged", stack, booking).path("what").path("challenger").asString())
          .isEqualTo(absent.address().toString());
      stack.jumpTo(stack.nowSeconds() + LocalStack.DISPUTE_TIMEOUT_S / 2);
      of("dispute_half_timeout", stack, booking);
      assertThat(meter(stack, "settlement_disputes_half_timeout")).isEqualTo("1.0");
      stack.jumpTo(stack.nowSeconds() + LocalStack.DISPUTE_TIMEOUT_S / 2);
      of("resolved", stack, booking);
      assertThat(of("finalized", stack, booking).path("what").path("outcome").asString())
          .isEqualTo("NoShowGuest");
      assertThat(kinds(stack))
          .containsExactly(
              "attested", "challenged", "dispute_half_timeout", "resolved", "finalized");
    }
  }

  private ServiceConfig.Notices everywhere() {
    var url = URI.create("http://127.0.0.1:" + webhook.getAddress().getPort() + "/notices");
    return new ServiceConfig.Notices(
        Optional.of(new ServiceConfig.Webhook(url, List.of(new Secret("w".repeat(32))))),
        Optional.of(
            new SmtpServer(
                "127.0.0.1",
                mail.getSmtp().getPort(),
                SmtpServer.Security.NONE,
                Optional.empty(),
                "notices@settlement.example")));
  }

  private static void mailbox(Database database, Person of) {
    database
        .jdbc()
        .sql("insert into notice_mailboxes (wallet, mailbox) values (:wallet, 'g@example.org')")
        .param("wallet", of.address().toString())
        .update();
  }

  private static BookingKey nobodyCame(LocalStack stack, Person host, Person absent) {
    long start = stack.nowSeconds() + 120;
    var booking = stack.book(host, absent, start, DURATION_MINS);
    stack.jumpTo(start - 20);
    host.join(booking);
    stack.walkTo(start + DURATION_MINS * 60 + 20);
    return booking;
  }

  private static void challenge(LocalStack stack, Person guest, BookingKey booking) {
    stack.send(
        guest.account,
        EscrowGas.APPROVE + EscrowGas.CHALLENGE,
        new Tip20(Funding.ALPHA_USD).approve(stack.deployment.escrow(), LocalStack.BOND),
        stack.calls().challenge(booking.bookingId()));
  }

  /** The notice of that kind, once the webhook has it. */
  private JsonNode of(String kind, LocalStack stack, BookingKey booking) {
    stack.await("a notice: " + kind, () -> notices.containsKey(kind));
    var notice = Objects.requireNonNull(notices.get(kind));
    assertThat(notice.path("booking_id").asLong()).isEqualTo(booking.bookingId());
    return notice;
  }

  private static List<String> kinds(LocalStack stack) {
    return stack
        .http()
        .get("/notices", "x-service-token", TestService.SERVICE_TOKEN)
        .json()
        .path("notices")
        .valueStream()
        .map(one -> one.path("kind").asString())
        .toList();
  }

  private static String meter(LocalStack stack, String name) {
    return stack
        .http()
        .get("/metrics")
        .toString()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("none");
  }

  /** Fails twice at first, as webhooks do. */
  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean refuses = refusals.getAndDecrement() > 0;
    if (!refuses) {
      var notice = JsonMapper.shared().readTree(body);
      assertThat(exchange.getRequestHeaders().getFirst("Settlement-Notice"))
          .isEqualTo(notice.path("id").asString());
      notices.put(notice.path("kind").asString(), notice);
    }
    exchange.sendResponseHeaders(refuses ? 500 : 200, -1);
    exchange.close();
  }
}
