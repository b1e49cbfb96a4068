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
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.testing.DevAccounts;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.token.Tip20Event;
import org.sessionsettlement.tempo.token.Tip20Factory;
import org.sessionsettlement.tempo.token.TokenSpec;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** What pays fees, and how much, on Anvil. */
@SuppressWarnings("NullAway.Init") // JUnit fills the chain before the first test.
class FeeOnChainTest {
  private static final Address BETA_USD =
      Address.parse("0x20c0000000000000000000000000000000000002");
  private static final long PLENTY = 10_000_000;

  private static TestChain chain;

  @BeforeAll
  static void start() throws IOException {
    chain = TestChain.start();
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @Test
  void remembersTheTokenThatAnAccountPrefers() {
    Secp256k1Account account = DevAccounts.get(1);
    assertThat(chain.send(account, PLENTY, FeeManager.setUserToken(ALPHA_USD)).succeeded())
        .isTrue();
    assertThat(read(FeeManager.userToken(account.address()))).hasValue(ALPHA_USD);
    assertThat(chain.send(account, PLENTY, FeeManager.setUserToken(BETA_USD)).succeeded()).isTrue();
    assertThat(read(FeeManager.userToken(account.address()))).hasValue(BETA_USD);
    Address nobody = Address.parse("0x1111111111111111111111111111111111111111");
    assertThat(read(FeeManager.userToken(nobody))).isEmpty();
  }

  @Test
  void aNewTokenPaysFeesOnceItsPoolHasLiquidity() {
    Secp256k1Account issuer = DevAccounts.get(2);
    Address token = newToken(issuer);
    Address wanted = read(FeeManager.validatorToken(beneficiary()));
    assertThat(read(FeeManager.pool(token, wanted)).covers(BigInteger.ONE.shiftLeft(20))).isFalse();
    Call tooLittle = FeeManager.addLiquidity(token, wanted, units(2_000), issuer.address());
    assertThatExceptionOfType(RevertedException.class)
        .isThrownBy(() -> chain.rpc().simulate(issuer.address(), tooLittle, BlockTag.LATEST))
        .satisfies(e -> assertThat(e.reason()).hasValue("InsufficientLiquidity"));
    Call deposit = FeeManager.addLiquidity(token, wanted, units(50_000_000), issuer.address());
    assertThat(chain.send(issuer, PLENTY, deposit).succeeded()).isTrue();
    FeePool pool = read(FeeManager.pool(token, wanted));
    assertThat(pool.validatorTokenReserve()).isEqualTo(50_000_000);
    assertThat(pool.covers(units(50_000_000))).isTrue();

    Receipt receipt = pay(issuer, token);
    assertThat(feeOf(receipt, token))
        .isEqualTo(Fees.inTokenUnits(receipt.gasUsed(), receipt.effectiveGasPrice()));
  }

  @Test
  void quotesTheBaseFeeOfTheNextBlock() {
    BigInteger maxTip = BigInteger.TEN;
    FeeQuote quote = new FeeMarket(chain.rpc(), maxTip).quote();
    chain.rpc().request("evm_mine");
    assertThat(chain.rpc().baseFee()).isEqualTo(quote.baseFeePerGas());
    assertThat(quote.tipPerGas()).isBetween(BigInteger.ZERO, maxTip);
  }

  @Test
  void looksWhetherAnAccountCanPay() {
    Address rich = DevAccounts.get(3).address();
    Address poor = Address.parse("0x2222222222222222222222222222222222222222");
    assertThat(FeeFunds.read(chain.rpc(), rich, ALPHA_USD, units(5_000), BlockTag.LATEST))
        .matches(FeeFunds::areEnough);
    assertThat(FeeFunds.read(chain.rpc(), poor, ALPHA_USD, units(5_000), BlockTag.LATEST).missing())
        .isEqualTo(5_000);
  }

  /** A transfer that pays its fee in that token. */
  private static Receipt pay(Secp256k1Account sender, Address token) {
    TempoTransaction.Builder transaction =
        TempoTransaction.builder()
            .chainId(chain.rpc().chainId())
            .gasLimit(600_000)
            .maxFeePerGas(Fees.maxFeePerGas(chain.rpc().baseFee(), BigInteger.ZERO))
            .feeToken(token)
            .call(new Tip20(ALPHA_USD).transfer(DevAccounts.get(3).address(), units(1)));
    return chain.mined(chain.from(sender, transaction).build().sign(sender));
  }

  /** Anvil's receipts do not say what paid; the last log does. */
  private static BigInteger feeOf(Receipt receipt, Address token) {
    List<Tip20Event> events =
        receipt.logs().stream().map(Tip20Event::decode).flatMap(Optional::stream).toList();
    Tip20Event.Transfer fee = (Tip20Event.Transfer) events.get(events.size() - 1);
    assertThat(fee.token()).isEqualTo(token);
    assertThat(fee.to()).isEqualTo(FeeManager.ADDRESS);
    return fee.amount();
  }

  private static Address newToken(Secp256k1Account issuer) {
    TokenSpec spec =
        new TokenSpec("Fee Dollar", "FD", "USD", Tip20.PATH_USD, issuer.address(), Hash32.ZERO);
    Address token = read(Tip20Factory.tokenAddress(issuer.address(), spec.salt()));
    Call[] calls =
        Tip20Factory.createAndMint(spec, token, units(1_000_000_000)).toArray(Call[]::new);
    assertThat(chain.send(issuer, PLENTY, calls).succeeded()).isTrue();
    return token;
  }

  private static Address beneficiary() {
    return chain.rpc().request("eth_getBlockByNumber", "latest", false).get("miner").address();
  }

  private static <T> T read(ContractRead<T> read) {
    return chain.rpc().read(read, BlockTag.LATEST);
  }

  private static BigInteger units(long value) {
    return BigInteger.valueOf(value);
  }
}
