package org.sessionsettlement.tempo.rpc.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.LogSelector;
import org.sessionsettlement.tempo.rpc.ManualPollClock;
import org.sessionsettlement.tempo.rpc.endpoint.RetryPolicy;
import org.sessionsettlement.tempo.rpc.stream.FakeSockets.FakeConnection;

class ChainStreamTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration BRIEF = Duration.ofMillis(20);
  private static final LogSelector EVERY_LOG = new LogSelector(List.of(), List.of());

  private final ManualPollClock clock = new ManualPollClock();
  private final FakeChain chain = new FakeChain("a0", "a1", "a2");
  private final FakeSockets sockets = new FakeSockets();
  private final Recorder events = new Recorder();
  private StreamSettings settings =
      StreamSettings.HEADS.withClock(clock).withPatience(LONG, LONG).withLogs(EVERY_LOG);
  private ChainListener listener = events;
  private volatile Optional<ChainStream> stream = Optional.empty();

  @AfterEach
  void close() {
    stream.ifPresent(ChainStream::close);
  }

  @Test
  void beginsWithTheNewestBlockAndItsLogs() throws Exception {
    start();
    assertThat(events.wordsUntil("log 2")).containsExactly("head 2", "log 2");
    assertThat(sockets.next().sent())
        .satisfiesExactly(
            heads -> assertThat(heads).contains("eth_subscribe", "newHeads"),
            logs -> assertThat(logs).contains("eth_subscribe", "logs"));
  }

  @Test
  void beginsAfterTheBlockThatAListenerHadSeen() throws Exception {
    settings = settings.after(Block.read(JsonValue.parse(chain.block(0))));
    start();
    assertThat(events.wordsUntil("log 2")).containsExactly("head 1", "log 1", "head 2", "log 2");
  }

  @Test
  void tellsWhatIsPushed() throws Exception {
    FakeConnection connection = started();
    mine(connection, "a3");
    assertThat(events.wordsUntil("log 3")).containsExactly("head 3", "log 3");
  }

  @Test
  void aPushedHeadThatIsNoChildOfTheLastIsReachedBlockByBlock() throws Exception {
    FakeConnection connection = started();
    chain.add("a3", "a4");
    mine(connection, "a5");
    assertThat(events.wordsUntil("log 5"))
        .containsExactly("head 3", "log 3", "head 4", "log 4", "head 5", "log 5");
  }

  @Test
  void theSameHeadTwiceIsToldOnce() throws Exception {
    FakeConnection connection = started();
    mine(connection, "a3");
    events.wordsUntil("log 3");
    connection.push(chain.block(3));
    connection.push(chain.block(2));
    mine(connection, "a4");
    assertThat(events.wordsUntil("log 4")).containsExactly("head 4", "log 4");
  }

  @Test
  void afterABreakWhatWasMissedComesFirst() throws Exception {
    FakeConnection connection = started();
    chain.add("a3", "a4");
    connection.cut();
    assertThat(events.wordsUntil("log 4"))
        .containsExactly("interrupted", "resumed", "head 3", "log 3", "head 4", "log 4");
    FakeConnection second = sockets.next();
    mine(second, "a5");
    assertThat(events.wordsUntil("log 5")).containsExactly("head 5", "log 5");
  }

  @Test
  void manyMissedBlocksAreReadInFewRequests() throws Exception {
    FakeConnection connection = started();
    for (int i = 3; i < 1_000; i++) {
      chain.add("a" + i);
    }
    int before = chain.requests();
    connection.cut();
    List<String> words = events.wordsUntil("log 999");
    assertThat(words).hasSize(2 + 2 * 997).doesNotHaveDuplicates();
    assertThat(chain.requests() - before).isLessThan(30);
  }

  @Test
  void aReorganizationTakesLogsBackAndGoesOnFromTheAncestor() throws Exception {
    FakeConnection connection = started();
    mine(connection, "a3");
    mine(connection, "a4");
    events.wordsUntil("log 4");
    chain.reorg(2, "b3");
    mine(connection, "b4");
    assertThat(events.wordsUntil("log 4"))
        .containsExactly("-log 4", "-log 3", "back to 2", "head 3", "log 3", "head 4", "log 4");
  }

  @Test
  void aReorganizationDuringABreakIsToldToo() throws Exception {
    FakeConnection connection = started();
    mine(connection, "a3");
    events.wordsUntil("log 3");
    chain.reorg(1, "b3", "b4");
    connection.cut();
    assertThat(events.wordsUntil("log 4"))
        .containsExactly(
            "interrupted", "resumed", "-log 3", "back to 2", "head 3", "log 3", "head 4", "log 4");
  }

  @Test
  void aRemovedLogMakesUsLookAtOnce() throws Exception {
    FakeConnection connection = started();
    mine(connection, "a3");
    events.wordsUntil("log 3");
    chain.reorg(1, "b3");
    connection.push("{\"removed\":true,\"logIndex\":\"0x0\"}");
    assertThat(events.wordsUntil("log 3"))
        .containsExactly("-log 3", "back to 2", "head 3", "log 3");
  }

  @Test
  void aReorganizationDeeperThanIsRememberedEndsTheStream() throws Exception {
    settings = settings.withRememberedBlocks(2);
    FakeConnection connection = started();
    mine(connection, "a3");
    events.wordsUntil("log 3");
    chain.reorg(3, "b1", "b2", "b3");
    mine(connection, "b4");
    assertThat(events.wordsUntil("ended")).containsExactly("ended");
  }

  @Test
  void aNodeThatIsBehindUndoesNothing() throws Exception {
    FakeConnection connection = started();
    mine(connection, "a3");
    mine(connection, "a4");
    events.wordsUntil("log 4");
    chain.hide(2);
    connection.push("{}");
    connection.cut();
    assertThat(events.wordsUntil("resumed")).containsExactly("interrupted", "resumed");
    chain.hide(0);
    mine(sockets.next(), "a5");
    assertThat(events.wordsUntil("log 5")).containsExactly("head 5", "log 5");
  }

  @Test
  void aNodeThatHasNotYetWhatAnotherPushedIsWaitedFor() throws Exception {
    FakeConnection connection = started();
    chain.fail(2);
    mine(connection, "a3");
    assertThat(events.wordsUntil("log 3")).containsExactly("head 3", "log 3");
    assertThat(clock.sleeps()).hasSize(2);
  }

  @Test
  void aConnectionThatIsSilentWhileThereAreBlocksIsReplaced() throws Exception {
    settings = settings.withPatience(LONG, BRIEF);
    started();
    chain.add("a3");
    assertThat(events.wordsUntil("resumed"))
        .containsExactly("head 3", "log 3", "interrupted", "resumed");
    sockets.next();
  }

  @Test
  void aConnectionThatNeverOpensIsReplaced() throws Exception {
    settings = settings.withPatience(BRIEF, LONG);
    sockets.answering(false);
    start();
    sockets.next();
    sockets.answering(true);
    assertThat(events.wordsUntil("log 2"))
        .containsExactly("interrupted", "resumed", "head 2", "log 2");
  }

  @Test
  void anUnintelligiblePushIsABreak() throws Exception {
    FakeConnection connection = started();
    connection.receive("hello");
    assertThat(events.wordsUntil("resumed")).containsExactly("interrupted", "resumed");
  }

  @Test
  void givesUpAfterSoManyAttemptsWithGrowingPauses() throws Exception {
    settings =
        settings.withReconnect(
            new RetryPolicy(4, Duration.ofMillis(100), Duration.ofMillis(300), Duration.ZERO));
    sockets.refusing(true);
    start();
    assertThat(events.wordsUntil("ended")).containsExactly("interrupted", "ended");
    assertThat(clock.sleeps())
        .hasSize(3)
        .satisfiesExactly(
            first -> assertThat(first).isBetween(Duration.ofMillis(50), Duration.ofMillis(100)),
            second -> assertThat(second).isBetween(Duration.ofMillis(100), Duration.ofMillis(200)),
            third -> assertThat(third).isBetween(Duration.ofMillis(150), Duration.ofMillis(300)));
  }

  @Test
  void aSlowListenerMissesNothingAndNothingQueuesUp() throws Exception {
    CountDownLatch atWork = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    listener =
        event -> {
          events.on(event);
          if (Recorder.words(event).equals("head 3")) {
            atWork.countDown();
            await(goOn);
          }
        };
    FakeConnection connection = started();
    mine(connection, "a3");
    await(atWork);
    for (int i = 4; i < 300; i++) {
      mine(connection, "a" + i);
    }
    int before = chain.requests();
    goOn.countDown();
    assertThat(events.wordsUntil("log 299")).hasSize(2 * 297).doesNotHaveDuplicates();
    assertThat(chain.requests() - before).isLessThan(20);
  }

  @Test
  void tellsNothingMoreOnceItIsClosed() throws Exception {
    FakeConnection connection = started();
    stream.ifPresent(ChainStream::close);
    mine(connection, "a3");
    assertThat(events.rest()).isEmpty();
    assertThat(sockets.isClosed()).isTrue();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("tempo-stream");
  }

  @Test
  void theListenerMayCloseIt() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    listener =
        event -> {
          events.on(event);
          if (Recorder.words(event).equals("head 3")) {
            stream.ifPresent(ChainStream::close);
            closed.countDown();
          }
        };
    FakeConnection connection = started();
    mine(connection, "a3");
    await(closed);
    stream.ifPresent(ChainStream::close);
    assertThat(events.rest()).extracting(Recorder::words).containsExactly("head 3");
  }

  private void start() {
    stream =
        Optional.of(
            ChainStream.start(chain.rpc(clock), sockets, settings, event -> listener.on(event)));
  }

  private FakeConnection started() throws InterruptedException {
    start();
    events.wordsUntil("log 2");
    return sockets.next();
  }

  private void mine(FakeConnection connection, String name) {
    chain.add(name);
    connection.push(chain.block(chain.newest()));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
