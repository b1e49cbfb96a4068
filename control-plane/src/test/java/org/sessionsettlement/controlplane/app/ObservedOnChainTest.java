package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.Await;
import org.sessionsettlement.controlplane.app.ServiceConfig.LogFormat;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.localnet.DevAccounts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of bookings on a real chain: to a collector, and in the log. */
class ObservedOnChainTest {
  private static final int DURATION_MINS = 2;
  private static final int A_MINUTE_AND_A_BIT = 70;
  private static final String WRONG_TOKEN = "a-token-that-somebody-mistyped";
  private static final Set<String> STEPS =
      Set.of("leave", "evaluate", "decide", "sign", "send", "receipt", "booking");

  @TempDir private static Path folder;
  private static OtlpCollector collector;
  private static String log = "";
  private static BookingKey kept = new BookingKey(DevAccounts.OWNER.account().address(), 0);
  private static BookingKey nobodyCame = kept;
  private static String[] accessToken = {};
  private static List<String> sentToChain = List.of();

  /** One left early and came no more; of the other booking nobody came. */
  @BeforeAll
  static void settleTwoBookings() throws IOException {
    collector = new OtlpCollector();
    var telemetry = new ServiceConfig.Telemetry(LogFormat.JSON, Optional.of(collector.url()));
    var database = TestDatabase.freshSchema(ObservedOnChainTest.class);
    try (var console = new ConsoleCapture();
        var stack = new LocalStack(folder, database, telemetry);
        var everything = new LogCapture()) {
      settle(stack);
      Await.until("all spans", () -> names(kept).containsAll(STEPS));
      Await.until("those of the other", () -> names(nobodyCame).contains("receipt"));
      assertThat(everything.text()).isNotBlank();
      log = console.text();
    }
  }

  private static void settle(LocalStack stack) {
    var host = stack.person(DevAccounts.HOSTS.get(0));
    var guest = stack.person(DevAccounts.GUESTS.get(0));
    accessToken = stack.http().signIn(DevAccounts.GUESTS.get(0).account());
    long start = stack.nowSeconds() + 120;
    kept = stack.book(host, guest, start, DURATION_MINS);
    nobodyCame =
        stack.book(
            stack.person(DevAccounts.HOSTS.get(1)),
            stack.person(DevAccounts.GUESTS.get(1)),
            start,
            DURATION_MINS);
    stack.jumpTo(start - 20);
    host.join(kept);
    guest.join(kept);
    stack.walkTo(start + A_MINUTE_AND_A_BIT);
    guest.leave();
    stack.http().post("/session/" + kept + "/attest", "{}", "x-service-token", WRONG_TOKEN);
    stack.walkTo(start + DURATION_MINS * 60 + 20);
    for (var key : List.of(kept, nobodyCame)) {
      stack.await("attested " + key, () -> outcome(stack, key) != EscrowOutcome.NONE);
    }
    stack.await("mirrored", () -> status(stack).equals("Attested"));
    sentToChain =
        stack.http().get("/bookings/" + kept + "/timeline").json().findValues("tx_hash").stream()
            .map(JsonNode::asString)
            .toList();
  }

  private static String status(LocalStack stack) {
    return stack.http().get("/bookings/" + kept).json().path("status").asString();
  }

  private static EscrowOutcome outcome(LocalStack stack, BookingKey key) {
    return stack.escrow().booking(key.bookingId()).oracleOutcome();
  }

  @AfterAll
  static void stop() {
    collector.close();
  }

  private static Set<String> names(BookingKey booking) {
    return collector.spansOf(booking.toString()).stream()
        .map(OtlpCollector.Span::name)
        .collect(Collectors.toSet());
  }

  private static OtlpCollector.Span first(String name) {
    return collector.spansOf(kept.toString()).stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aBookingIsOneTraceFromLeaveToReceipt() {
    var spans = collector.spansOf(kept.toString());
    var root = first("booking");
    assertThat(spans).extracting(OtlpCollector.Span::traceId).containsOnly(root.traceId());
    assertThat(root.parentId()).isEmpty();
    assertThat(spans)
        .filteredOn(span -> !span.equals(root))
        .extracting(OtlpCollector.Span::parentId)
        .containsOnly(root.id());
  }

  @Test
  void theStepsOfATraceFollowEachOther() {
    var steps = List.of("leave", "decide", "sign", "send", "receipt");
    assertThat(steps.stream().map(name -> first(name).endNanos())).isSorted();
    assertThat(collector.spansOf(kept.toString()))
        .allSatisfy(
            span ->
                assertThat(span.startNanos()).isPositive().isLessThanOrEqualTo(span.endNanos()));
  }

  @Test
  void aTraceNamesTheTransactionThatIsOnTheChain() {
    String tx = first("receipt").attributes().get("tx");
    assertThat(sentToChain).contains(tx);
    assertThat(first("sign").attributes()).containsEntry("tx", tx);
    assertThat(first("decide").attributes()).containsEntry("outcome", "Completed");
  }

  @Test
  void anotherBookingHasAnotherTrace() {
    assertThat(collector.spansOf(nobodyCame.toString()))
        .extracting(OtlpCollector.Span::traceId)
        .doesNotContain(first("booking").traceId());
  }

  @Test
  void everyLineOfTheLogIsAnObjectWithAMessage() {
    assertThat(lines()).isNotEmpty().allSatisfy(line -> assertThat(line.has("message")).isTrue());
  }

  @Test
  void aDecisionIsLoggedWithItsBookingTriggerVerdictAndReasonAsFields() {
    var outcomes = Map.of(kept, "Completed", nobodyCame, "NoShowHost");
    outcomes.forEach(
        (booking, outcome) ->
            assertThat(lines())
                .anySatisfy(
                    line ->
                        assertThat(fields(line))
                            .containsEntry("booking", booking.toString())
                            .containsEntry("verdict", "attest")
                            .containsEntry("outcome", outcome)
                            .containsKeys("trigger", "reason")));
  }

  @Test
  void anAttestationIsLoggedWithItsTransactionAsAField() {
    assertThat(lines())
        .anySatisfy(
            line ->
                assertThat(fields(line))
                    .containsEntry("booking", kept.toString())
                    .containsEntry("result", "confirmed")
                    .containsEntry("tx", first("receipt").attributes().get("tx")));
  }

  @Test
  void theLogHoldsNoSecret() {
    assertThat(log)
        .isNotBlank()
        .doesNotContainIgnoringCase(DevAccounts.ORACLE.privateKey().substring(2))
        .doesNotContain(
            TestService.JWT_SECRET,
            TestService.SERVICE_TOKEN,
            WRONG_TOKEN,
            accessToken[1].substring("Bearer ".length()));
  }

  private static Map<String, String> fields(JsonNode line) {
    return line.properties().stream()
        .filter(member -> member.getValue().isString())
        .collect(Collectors.toMap(Map.Entry::getKey, member -> member.getValue().asString()));
  }

  private static List<JsonNode> lines() {
    return log.lines().map(ObservedOnChainTest::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }
}
