package org.sessionsettlement.controlplane.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.notice.Courier.Result;
import org.sessionsettlement.controlplane.telemetry.Meters;

class DispatcherTest {
  private static final Database DATABASE = TestDatabase.open(DispatcherTest.class);

  private final SettableClock clock = new SettableClock(FakeBookings.START_MS);
  private final Deliveries deliveries = new Deliveries(DATABASE, Set.of(Channel.WEBHOOK));
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final NoticeMeters meters = new NoticeMeters(shown(registry), deliveries, clock);
  private final Queue<String> sent = new ConcurrentLinkedQueue<>();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void clear() {
    DATABASE.jdbc().sql("truncate notices, notice_deliveries").update();
  }

  @Test
  void sendsEachOnce() {
    put(20);
    var dispatcher = dispatcher(takes(new Result.Done()));
    dispatcher.tick();
    dispatcher.tick();
    assertThat(sent).hasSize(20).doesNotHaveDuplicates();
    assertThat(states()).containsOnly("done");
    assertThat(count("done")).isEqualTo(20);
  }

  @Test
  void sendsAgainUnderTheSameIdWhatACrashLeftUnmarked() {
    put(1);
    dispatcher(
            (body, wallet) -> {
              sent.add(body);
              throw new IllegalStateException("the node dies here");
            })
        .tick();
    var other = dispatcher(takes(new Result.Done()));
    other.tick();
    assertThat(sent).hasSize(1);
    clock.advance(Deliveries.CLAIM);
    other.tick();
    assertThat(sent).hasSize(2);
    assertThat(Set.copyOf(sent)).hasSize(1);
    assertThat(states()).containsExactly("done");
  }

  @Test
  void leavesAMarkToTheNodeThatHasTheClaimNow() {
    put(1);
    var slow = deliveries.claim(Channel.WEBHOOK, 1, clock.millis()).getFirst();
    clock.advance(Deliveries.CLAIM);
    dispatcher(takes(new Result.Failed("500"))).tick();
    deliveries.end(slow, Deliveries.End.GAVE_UP, "too late");
    assertThat(states()).containsExactly("open");
  }

  @Test
  void sharesTheWorkAmongNodesAndDoublesNothing() throws Exception {
    put(60);
    Callable<Boolean> node =
        () -> {
          dispatcher(takes(new Result.Done())).tick();
          return true;
        };
    try (var threads = Executors.newFixedThreadPool(3)) {
      for (var done : threads.invokeAll(List.of(node, node, node))) {
        done.get();
      }
    }
    assertThat(sent).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void triesAgainLaterAndLaterAndThenNoMore() {
    put(1);
    var dispatcher = dispatcher(takes(new Result.Failed("answered 500")));
    dispatcher.tick();
    clock.advance(Duration.ofMillis(4_999));
    dispatcher.tick();
    assertThat(sent).hasSize(1);
    clock.advance(Duration.ofMillis(1));
    dispatcher.tick();
    assertThat(sent).hasSize(2);
    clock.advance(Duration.ofMillis(9_999));
    dispatcher.tick();
    assertThat(sent).hasSize(2);

    for (int i = 0; i < RetryRule.MOST_ATTEMPTS + 5; i++) {
      clock.advance(Duration.ofHours(1));
      dispatcher.tick();
    }
    assertThat(sent).hasSize(RetryRule.MOST_ATTEMPTS);
    assertThat(states()).containsExactly("gave_up");
    assertThat(count("gave_up")).isEqualTo(1);
  }

  @Test
  void dropsWhatIsNotWantedAnyMore() {
    put(1);
    dispatcher(takes(new Result.Dropped("no mailbox any more"))).tick();
    assertThat(states()).containsExactly("dropped");
  }

  @Test
  void measuresHowLongTheOldestWaits() {
    put(1);
    clock.advance(Duration.ofSeconds(90));
    assertThat(registry.get("settlement.notices.oldest.seconds").gauge().value()).isEqualTo(90);
    dispatcher(takes(new Result.Done())).tick();
    assertThat(registry.get("settlement.notices.oldest.seconds").gauge().value()).isZero();
  }

  private static Meters shown(MeterRegistry registry) {
    var meters = new Meters();
    meters.show(registry);
    return meters;
  }

  private Courier takes(Result result) {
    return (body, wallet) -> {
      sent.add(body);
      return result;
    };
  }

  private Dispatcher dispatcher(Courier courier) {
    return new Dispatcher(deliveries, Channel.WEBHOOK, courier, meters, clock);
  }

  private double count(String result) {
    return registry
        .get("settlement.notices")
        .tags("channel", "webhook", "result", result)
        .counter()
        .count();
  }

  private void put(int notices) {
    DATABASE
        .jdbc()
        .sql(
            """
            insert into notices
            select n, 'id ' || n, 'attested', :escrow, n, '', '', '', 'body ' || n
            from generate_series(1, :count) n
            """)
        .param("escrow", FakeBookings.ESCROW.toString())
        .param("count", notices)
        .update();
    DATABASE
        .jdbc()
        .sql(
            """
            insert into notice_deliveries (number, channel, wallet, created_ms, next_ms)
            select number, 'webhook', '', :now, :now from notices
            """)
        .param("now", clock.millis())
        .update();
  }

  private static List<String> states() {
    return DATABASE
        .jdbc()
        .sql("select state from notice_deliveries")
        .query((row, i) -> row.getString(1))
        .list();
  }
}
