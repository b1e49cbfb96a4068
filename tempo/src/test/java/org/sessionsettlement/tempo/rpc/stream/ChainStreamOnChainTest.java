package org.sessionsettlement.tempo.rpc.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.LogSelector;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;

class ChainStreamOnChainTest {
  private static final Secp256k1Account PAYER =
      Secp256k1Account.fromPrivateKey(
          "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");

  private static final Address PAYEE = Address.parse("0x00000000000000000000000000000000000000aa");
  private static final LogSelector TOKEN = LogSelector.of(TestChain.ALPHA_USD);
  private static final Duration ANSWERS = Duration.ofSeconds(5);

  private final Recorder events = new Recorder();
  private final TestChain chain;
  private final TempoRpc rpc;
  private final CuttableProxy proxy;
  private Optional<ChainStream> stream = Optional.empty();

  ChainStreamOnChainTest() throws IOException {
    chain = TestChain.start();
    rpc = chain.rpc();
    proxy = new CuttableProxy(chain.url());
  }

  @AfterEach
  void close() throws IOException {
    stream.ifPresent(ChainStream::close);
    proxy.close();
    chain.close();
  }

  @Test
  void tellsHeadsAndLogsAsTheyCome() throws Exception {
    start(Duration.ofSeconds(30));
    Block first = firstHead();
    pay();
    rpc.request("evm_mine");
    assertComplete(first, events.until(head(first.number() + 2)));
  }

  @Test
  void resumesWithoutAGapAfterTheConnectionWasCut() throws Exception {
    start(Duration.ofSeconds(30));
    Block first = firstHead();
    List<ChainEvent> seen = new ArrayList<>();
    for (int cut = 0; cut < 3; cut++) {
      proxy.cut();
      pay();
      rpc.request("evm_mine");
      pay();
      seen.addAll(events.until(event -> event instanceof ChainEvent.Resumed));
    }
    pay();
    seen.addAll(events.until(head(rpc.blockNumber())));
    assertThat(seen).filteredOn(event -> event instanceof ChainEvent.Interrupted).hasSize(3);
    assertComplete(first, seen);
  }

  @Test
  void aConnectionThatSaysNothingIsReplaced() throws Exception {
    start(Duration.ofMillis(200));
    Block first = firstHead();
    proxy.stall();
    List<ChainEvent> seen = payUntilInterrupted();
    seen.addAll(events.until(event -> event instanceof ChainEvent.Resumed));
    pay();
    seen.addAll(events.until(head(rpc.blockNumber())));
    assertComplete(first, seen);
  }

  /** A block that the stream still finds while it begins is no push that it misses. */
  private List<ChainEvent> payUntilInterrupted() throws InterruptedException {
    List<ChainEvent> seen = new ArrayList<>();
    while (seen.stream().noneMatch(ChainEvent.Interrupted.class::isInstance)) {
      pay();
      seen.addAll(
          events.until(
              event ->
                  event instanceof ChainEvent.Head || event instanceof ChainEvent.Interrupted));
    }
    return seen;
  }

  @Test
  void aPeerThatAnswersNoPingIsGone() throws Exception {
    WebSockets pinging = new OkHttpWebSockets(proxy.webSocketUrl(), Duration.ofMillis(300));
    start(pinging, Duration.ofSeconds(30));
    Block first = firstHead();
    proxy.stall();
    List<ChainEvent> seen = events.until(event -> event instanceof ChainEvent.Resumed);
    pay();
    rpc.request("evm_mine");
    seen.addAll(events.until(head(rpc.blockNumber())));
    assertComplete(first, seen);
  }

  @Test
  void aReorganizationTakesBackWhatWasTold() throws Exception {
    start(Duration.ofSeconds(30));
    Block first = firstHead();
    pay();
    rpc.request("evm_mine");
    List<ChainEvent> before = events.until(head(first.number() + 2));
    rpc.request("anvil_reorg", 2, List.of());
    rpc.request("evm_mine");
    List<ChainEvent> after = events.until(head(first.number() + 3));
    assertThat(after).contains(new ChainEvent.ReorgedTo(first));
    assertThat(logs(after, ChainEvent.LogRemoved.class))
        .containsExactlyElementsOf(reversed(logs(before, ChainEvent.LogAdded.class)))
        .isNotEmpty();
    assertThat(heads(after)).containsExactlyElementsOf(blocksAfter(first));
  }

  private void start(Duration silence) {
    start(new OkHttpWebSockets(proxy.webSocketUrl()), silence);
  }

  private void start(WebSockets sockets, Duration silence) {
    StreamSettings settings = StreamSettings.HEADS.withLogs(TOKEN).withPatience(ANSWERS, silence);
    stream = Optional.of(ChainStream.start(rpc, sockets, settings, events));
  }

  private Block firstHead() throws InterruptedException {
    return heads(events.until(event -> event instanceof ChainEvent.Head)).get(0);
  }

  private void pay() {
    chain.sendExpiring(
        PAYER, 1_000_000, new Tip20(TestChain.ALPHA_USD).transfer(PAYEE, BigInteger.ONE));
  }

  /** Every block after the first once, each with exactly the logs that the chain has of it. */
  private void assertComplete(Block first, List<ChainEvent> seen) {
    List<Block> blocks = blocksAfter(first);
    assertThat(heads(seen)).containsExactlyElementsOf(blocks);
    long from = first.number() + 1;
    long lastWithLogsTold = blocks.get(blocks.size() - 1).number() - 1;
    List<Log> told =
        logs(seen, ChainEvent.LogAdded.class).stream()
            .filter(log -> log.blockNumber() <= lastWithLogsTold)
            .toList();
    assertThat(told)
        .isNotEmpty()
        .containsExactlyElementsOf(rpc.logs(TOKEN.in(from, lastWithLogsTold)));
  }

  private List<Block> blocksAfter(Block first) {
    return rpc.blocks(first.number() + 1, rpc.block(BlockTag.LATEST).number());
  }

  private static Predicate<ChainEvent> head(long number) {
    return event -> event instanceof ChainEvent.Head head && head.block().number() == number;
  }

  private static List<Block> heads(List<ChainEvent> events) {
    return events.stream()
        .filter(ChainEvent.Head.class::isInstance)
        .map(event -> ((ChainEvent.Head) event).block())
        .toList();
  }

  private static List<Log> logs(List<ChainEvent> events, Class<? extends ChainEvent> kind) {
    return events.stream()
        .filter(kind::isInstance)
        .map(
            event ->
                event instanceof ChainEvent.LogAdded added
                    ? added.log()
                    : ((ChainEvent.LogRemoved) event).log())
        .toList();
  }

  private static List<Log> reversed(List<Log> logs) {
    List<Log> reversed = new ArrayList<>(logs);
    Collections.reverse(reversed);
    return reversed;
  }
}
