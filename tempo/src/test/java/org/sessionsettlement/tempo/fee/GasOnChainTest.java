package org.sessionsettlement.tempo.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sessionsettlement.tempo.testing.TestChain.ALPHA_USD;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.nonce.NonceManager;
import org.sessionsettlement.tempo.nonce.NonceManager.NonceIncremented;
import org.sessionsettlement.tempo.revert.Revert;
import org.sessionsettlement.tempo.revert.Tip20Error;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.testing.DevAccounts;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.token.Tip20Factory;
import org.sessionsettlement.tempo.token.TokenSpec;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** Estimates beside what real transactions used, on Anvil with the gas rules of mainnet. */
@SuppressWarnings("NullAway.Init") // JUnit fills the chain before the first test.
class GasOnChainTest {
  private static final Tip20 ALPHA = new Tip20(ALPHA_USD);
  private static final Tip20 PATH = new Tip20(Tip20.PATH_USD);
  private static final Secp256k1Account PAYEE = DevAccounts.get(4);

  /** Creates a contract whose code is one STOP. */
  private static final Call CREATE = Call.create(Bytes.fromHex("0x60016000f3"));

  private static final long TOUCHED_ALREADY = 22_000;

  private static TestChain chain;
  private static BatchGas batchGas;

  @BeforeAll
  static void start() throws IOException {
    chain = TestChain.start();
    batchGas = new BatchGas(chain.rpc());
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @Test
  void estimatesAFirstTransactionAndALaterOne() {
    Secp256k1Account sender = DevAccounts.get(0);
    assertClose(sender, GasExtras.ownNonce(0), ALPHA.transfer(PAYEE.address(), units(1)));
    assertClose(sender, GasExtras.ownNonce(1), ALPHA.transfer(PAYEE.address(), units(1)));
    assertClose(sender, GasExtras.ownNonce(2), PATH.transfer(PAYEE.address(), units(1)));
  }

  @Test
  void estimatesCallsThatNeedTheOnesBefore() {
    Secp256k1Account sender = DevAccounts.get(1);
    assertClose(
        sender,
        GasExtras.ownNonce(0),
        ALPHA.approve(sender.address(), units(5)),
        ALPHA.transferFrom(sender.address(), PAYEE.address(), units(5)));
  }

  @Test
  void estimatesABatchThatPaysManyAccountsForTheFirstTime() {
    Secp256k1Account sender = DevAccounts.get(2);
    assertClose(
        sender,
        GasExtras.ownNonce(0),
        ALPHA.transfer(payee(1), units(1)),
        ALPHA.transferWithMemo(payee(2), units(1), Hash32.ZERO),
        ALPHA.transfer(payee(3), units(1)),
        ALPHA.transfer(payee(1), units(1)));
  }

  @Test
  void estimatesATokenThatIsCreatedAndUsedInOneBatch() {
    Secp256k1Account sender = DevAccounts.get(3);
    TokenSpec spec =
        new TokenSpec("Gas Dollar", "GD", "USD", Tip20.PATH_USD, sender.address(), Hash32.ZERO);
    Address token =
        chain.rpc().read(Tip20Factory.tokenAddress(sender.address(), spec.salt()), BlockTag.LATEST);
    List<Call> calls = Tip20Factory.createAndMint(spec, token, units(1_000_000));
    assertClose(sender, GasExtras.ownNonce(0), calls.toArray(Call[]::new));
    assertClose(sender, GasExtras.ownNonce(1), CREATE, ALPHA.transfer(PAYEE.address(), units(1)));
  }

  @Test
  void estimatesOtherNonces() {
    Call transfer = ALPHA.transfer(DevAccounts.get(0).address(), units(1));
    assertCloseWith(GasExtras.expiringNonce(), builder().expiringNonce(chain.now() + 25), transfer);
    BigInteger key = units(7);
    for (long nonce = 0; nonce < 2; nonce++) {
      assertThat(chain.rpc().read(NonceManager.nonce(PAYEE.address(), key), BlockTag.LATEST))
          .isEqualTo(nonce);
      Receipt receipt =
          assertCloseWith(
              GasExtras.nonceKey(nonce), builder().nonceKey(key).nonce(nonce), transfer);
      assertThat(receipt.logs().stream().map(NonceManager::decode))
          .contains(Optional.of(new NonceIncremented(PAYEE.address(), key, nonce + 1)));
    }
  }

  @Test
  void aBatchThatWouldRevertSaysWhy() {
    Call tooMuch = ALPHA.transfer(PAYEE.address(), BigInteger.TWO.pow(100));
    for (List<Call> calls : List.of(List.of(tooMuch), List.of(harmless(), tooMuch))) {
      assertThatExceptionOfType(RevertedException.class)
          .isThrownBy(
              () -> batchGas.estimate(DevAccounts.get(0).address(), calls, GasExtras.ownNonce(1)))
          .satisfies(
              e ->
                  assertThat(((Revert.Token) e.revert()).error())
                      .isEqualTo(Tip20Error.INSUFFICIENT_BALANCE));
    }
  }

  private static Call harmless() {
    return ALPHA.transfer(PAYEE.address(), units(1));
  }

  private static void assertClose(Secp256k1Account sender, GasExtras extras, Call... calls) {
    GasEstimate estimate = batchGas.estimate(sender.address(), List.of(calls), extras);
    assertClose(estimate, calls.length, chain.send(sender, estimate.limit(), calls));
  }

  private static Receipt assertCloseWith(
      GasExtras extras, TempoTransaction.Builder builder, Call call) {
    GasEstimate estimate = batchGas.estimate(PAYEE.address(), List.of(call), extras);
    TempoTransaction transaction = builder.gasLimit(estimate.limit()).call(call).build();
    return assertClose(estimate, 1, chain.mined(transaction.sign(PAYEE)));
  }

  /**
   * Never below what was used. Above by what a call, simulated alone, finds untouched and the fee
   * or an earlier call has touched already.
   */
  private static Receipt assertClose(GasEstimate estimate, int calls, Receipt receipt) {
    assertThat(receipt.succeeded()).isTrue();
    assertThat(estimate.expected())
        .isBetween(receipt.gasUsed(), receipt.gasUsed() + calls * TOUCHED_ALREADY);
    return receipt;
  }

  private static TempoTransaction.Builder builder() {
    return TempoTransaction.builder()
        .chainId(chain.rpc().chainId())
        .maxFeePerGas(Fees.maxFeePerGas(chain.rpc().baseFee(), BigInteger.ZERO))
        .feeToken(ALPHA_USD);
  }

  private static Address payee(int number) {
    return Address.parse("0x" + String.valueOf(number).repeat(40));
  }

  private static BigInteger units(long value) {
    return BigInteger.valueOf(value);
  }
}
