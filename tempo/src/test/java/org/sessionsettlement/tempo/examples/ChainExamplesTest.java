package org.sessionsettlement.tempo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.SendOutcome;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.rpc.stream.ChainEvent;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;

class ChainExamplesTest {
  private static final Secp256k1Account PAYER =
      Secp256k1Account.fromPrivateKey(
          "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");

  private static final Address PAYEE = Address.parse("0x00000000000000000000000000000000000000ab");
  private static final Tip20 TOKEN = new Tip20(TestChain.ALPHA_USD);
  private static final Call PAYMENT = TOKEN.transfer(PAYEE, BigInteger.TWO);

  private static TestChain chain;
  private static TempoRpc rpc;

  @BeforeAll
  static void start() throws IOException {
    chain = TestChain.start("T3", "--block-time", "0.2");
    rpc = chain.rpc();
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @Test
  void watchesHeadsAndLogs() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<List<ChainEvent>> watching =
          thread.submit(() -> WatchHeads.run(chain.url(), chain.webSocketUrl(), 15));
      // Until the watching is over: the first of them may be mined before it begins.
      while (!watching.isDone()) {
        chain.sendExpiring(PAYER, 1_000_000, PAYMENT);
      }
      List<ChainEvent> seen = watching.get(60, TimeUnit.SECONDS);
      assertThat(seen)
          .filteredOn(ChainEvent.Head.class::isInstance)
          .hasSizeGreaterThanOrEqualTo(15);
      assertThat(seen).anyMatch(ChainEvent.LogAdded.class::isInstance);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void readsManyBalances() {
    chain.sendExpiring(PAYER, 1_000_000, PAYMENT);
    List<Address> accounts =
        LongStream.range(0, 1_200)
            .mapToObj(number -> number % 2 == 0 ? PAYER.address() : PAYEE)
            .toList();
    List<BigInteger> balances = ReadManyBalances.run(rpc, accounts);
    assertThat(balances).hasSize(1_200);
    assertThat(balances.get(0)).isGreaterThan(BigInteger.TEN);
    assertThat(balances.get(1)).isEqualTo(rpc.read(TOKEN.balanceOf(PAYEE), BlockTag.LATEST));
  }

  @Test
  void readsLogsInRanges() {
    long block = chain.sendExpiring(PAYER, 1_000_000, PAYMENT).blockNumber();
    assertThat(LogsInRanges.run(rpc, 0, BlockTag.LATEST))
        .anyMatch(log -> log.blockNumber() == block);
  }

  @Test
  void usesTheNodeThatIsThere() {
    long before = rpc.blockNumber();
    long told = SeveralEndpoints.run(rpc.chainId(), List.of("http://127.0.0.1:1/", chain.url()));
    assertThat(told).isGreaterThanOrEqualTo(before);
  }

  @Test
  void knowsThatItWasPaid() {
    assertThat(SendUntilExpiry.run(rpc, PAYER, PAYMENT)).isInstanceOf(SendOutcome.Mined.class);
  }
}
