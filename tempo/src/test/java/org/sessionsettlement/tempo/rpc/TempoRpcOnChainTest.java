package org.sessionsettlement.tempo.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

class TempoRpcOnChainTest {
  /** The first of Anvil's public dev accounts. */
  private static final Secp256k1Account PAYER =
      Secp256k1Account.fromPrivateKey(
          "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");

  private static final Secp256k1Account POOR = Secp256k1Account.fromPrivateKey("11".repeat(32));
  private static final Address PAYEE = Address.parse("0x00000000000000000000000000000000000000aa");
  private static final Call PAYMENT =
      new Tip20(TestChain.ALPHA_USD).transfer(PAYEE, BigInteger.ONE);
  private static final long GAS = 1_000_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private static TestChain chain;
  private static TempoRpc rpc;

  @BeforeAll
  static void start() throws IOException {
    chain = TestChain.start();
    rpc = chain.rpc();
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @Test
  void sendingTheSameBytesAgainIsTheSameTransaction() {
    SignedTransaction transaction = payment().build().sign(PAYER);
    Receipt receipt = rpc.sendAndWait(transaction, TIMEOUT);
    assertThat(rpc.sendRaw(transaction.bytes())).isEqualTo(transaction.hash());
    assertThat(rpc.sendAndWait(transaction, TIMEOUT)).isEqualTo(receipt);
  }

  @Test
  void whatWaitsInThePoolCountsAsSent() {
    rpc.request("evm_setAutomine", false);
    try {
      SignedTransaction waiting = payment().build().sign(PAYER);
      rpc.sendRaw(waiting.bytes());
      assertThat(rpc.sendRaw(waiting.bytes())).isEqualTo(waiting.hash());
      assertThat(rpc.transaction(waiting.hash()))
          .hasValueSatisfying(seen -> assertThat(seen.included()).isEmpty());
    } finally {
      rpc.request("evm_setAutomine", true);
      rpc.request("evm_mine");
    }
  }

  @Test
  void anEstimateIsEnoughForTheCall() {
    long estimate = rpc.estimateGas(PAYER.address(), PAYMENT);
    Receipt receipt = chain.send(PAYER, GAS, PAYMENT);
    assertThat(receipt.gasUsed()).isBetween(21_000L, estimate);
  }

  @Test
  void aTransactionThatIsMinedInTimeIsMined() {
    long validBefore = chain.now() + 25;
    SendOutcome outcome =
        rpc.sendUntil(
            chain.expiring(PAYER, validBefore, GAS, PAYMENT), expiry(validBefore), TIMEOUT);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            SendOutcome.Mined.class, mined -> assertThat(mined.receipt().succeeded()).isTrue());
  }

  @Test
  void aTransactionThatNoBlockTookIsExpired() {
    long validBefore = chain.now() + 25;
    SignedTransaction stuck = payment().nonce(10_000).validBefore(validBefore).build().sign(PAYER);
    rpc.sendRaw(stuck.bytes());
    chain.moveTo(validBefore + 1);
    TempoRpc impatient =
        new TempoRpc(new JsonRpc(new OkHttpTransport(chain.url())), new ManualPollClock());
    assertThat(impatient.sendUntil(stuck, expiry(validBefore), Duration.ofMillis(200)))
        .isInstanceOfSatisfying(
            SendOutcome.Expired.class,
            expired ->
                assertThat(expired.block().timestampSeconds()).isGreaterThanOrEqualTo(validBefore));
  }

  @Test
  void refusalsHaveTheirKinds() {
    assertRefused(
        payment().maxFeePerGas(BigInteger.ONE).build().sign(PAYER), RpcErrorKind.FEE_TOO_LOW);
    assertRefused(payment().validBefore(chain.now() - 5).build().sign(PAYER), RpcErrorKind.EXPIRED);
    assertRefused(payment().chainId(5).build().sign(PAYER), RpcErrorKind.WRONG_CHAIN);
    assertRefused(payment().nonce(0).build().sign(POOR), RpcErrorKind.INSUFFICIENT_FEE_BALANCE);
  }

  @Test
  void readsATransactionWithWhereItWasMined() {
    SignedTransaction sent = payment().build().sign(PAYER);
    Receipt receipt = rpc.sendAndWait(sent, TIMEOUT);
    ChainTransaction seen = rpc.transaction(sent.hash()).orElseThrow();
    assertThat(seen.type()).isEqualTo(TempoTransaction.TYPE);
    assertThat(seen.from()).isEqualTo(PAYER.address());
    assertThat(seen.included())
        .hasValue(new ChainTransaction.Inclusion(receipt.blockNumber(), receipt.blockHash()));
    assertThat(seen.json().get("feeToken").address()).isEqualTo(TestChain.ALPHA_USD);
  }

  @Test
  void readsWhatBlocksCharged() {
    rpc.request("evm_mine");
    FeeHistory history = historyOfTwoBlocks();
    assertThat(history.baseFees()).hasSize(3).allMatch(fee -> fee.signum() > 0);
    assertThat(history.gasUsedRatios()).hasSize(2);
    assertThat(history.tips()).hasSize(2).allMatch(tips -> tips.size() == 2);
  }

  /** Anvil keeps its history beside the chain: a new block may be there before its fees are. */
  private static FeeHistory historyOfTwoBlocks() {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    FeeHistory history;
    do {
      history = rpc.feeHistory(2, BlockTag.LATEST, List.of(10.0, 90.0));
    } while (history.gasUsedRatios().size() < 2 && System.nanoTime() < end);
    return history;
  }

  @Test
  void readsCodeStorageAndHowFarTheNodeIs() {
    assertThat(rpc.code(TestChain.ALPHA_USD, BlockTag.LATEST).isEmpty()).isFalse();
    assertThat(rpc.storage(PAYEE, Hash32.ZERO, BlockTag.LATEST)).isEqualTo(Hash32.ZERO);
    assertThat(rpc.syncing()).isEmpty();
    assertThat(rpc.block(BlockTag.SAFE).number())
        .isLessThanOrEqualTo(rpc.block(BlockTag.LATEST).number());
  }

  private static TempoTransaction.Builder payment() {
    return chain.from(
        PAYER,
        TempoTransaction.builder().gasLimit(GAS).call(PAYMENT).feeToken(TestChain.ALPHA_USD));
  }

  private static Expiry expiry(long validBefore) {
    return new Expiry(validBefore, BlockTag.LATEST);
  }

  private static void assertRefused(SignedTransaction transaction, RpcErrorKind kind) {
    assertThatExceptionOfType(RpcErrorException.class)
        .isThrownBy(() -> rpc.sendAndWait(transaction, TIMEOUT))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
