package org.sessionsettlement.tempo.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sessionsettlement.tempo.testing.TestChain.ALPHA_USD;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.testing.DevAccounts;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;

/** What the chain does with what this library builds. */
class TransactionsOnChainTest {
  private static final Tip20 ALPHA = new Tip20(ALPHA_USD);
  private static final Tip20 BETA =
      new Tip20(Address.parse("0x20c0000000000000000000000000000000000002"));
  private static final BigInteger UNITS = BigInteger.valueOf(1_234_567);
  private static final long GAS = 1_000_000;

  /** Copies ten bytes of code that answer 42. */
  private static final Bytes CREATION_CODE =
      Bytes.fromHex("0x600a600c600039600a6000f3602a60005260206000f3");

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
  void aBatchHappensAsAWhole() {
    Address first = fresh();
    Address second = fresh();
    Receipt receipt =
        chain.send(
            DevAccounts.get(0), GAS, ALPHA.transfer(first, UNITS), BETA.transfer(second, UNITS));
    assertThat(receipt.succeeded()).isTrue();
    assertThat(balance(ALPHA, first)).isEqualTo(UNITS);
    assertThat(balance(BETA, second)).isEqualTo(UNITS);
  }

  @Test
  void aBatchThatFailsAtItsEndLeavesNothingBehind() {
    Address payee = fresh();
    BigInteger tooMuch = BigInteger.ONE.shiftLeft(127);
    Receipt receipt =
        chain.send(
            DevAccounts.get(0), GAS, ALPHA.transfer(payee, UNITS), BETA.transfer(payee, tooMuch));
    assertThat(receipt.succeeded()).isFalse();
    assertThat(balance(ALPHA, payee)).isZero();
  }

  @Test
  void theFirstCallCreatesAContractAndTheSecondUsesTheSameTransaction() {
    Address payee = fresh();
    Receipt receipt =
        chain.send(
            DevAccounts.get(0),
            3_000_000,
            Call.create(CREATION_CODE),
            ALPHA.transfer(payee, UNITS));
    Address contract = receipt.contractAddress().orElseThrow();
    Bytes answer = chain.rpc().call(contract, Bytes.EMPTY, BlockTag.LATEST);
    assertThat(new BigInteger(1, answer.toArray())).isEqualTo(42);
    assertThat(balance(ALPHA, payee)).isEqualTo(UNITS);
  }

  @Test
  void aSponsorPaysTheFeeInItsOwnTokenAndTheSenderNone() {
    Secp256k1Account sender = funded(BETA);
    Secp256k1Account payer = DevAccounts.get(1);
    Address payee = fresh();
    BigInteger payerHad = balance(ALPHA, payer.address());
    SignedTransaction asked =
        chain
            .from(sender, TempoTransaction.builder())
            .gasLimit(GAS)
            .call(BETA.transfer(payee, UNITS))
            .sponsored()
            .build()
            .sign(sender);
    Receipt receipt = chain.mined(asked.sponsoredBy(payer, ALPHA_USD));
    assertThat(receipt.succeeded()).isTrue();
    assertThat(receipt.from()).isEqualTo(sender.address());
    assertThat(balance(BETA, payee)).isEqualTo(UNITS);
    assertThat(balance(ALPHA, sender.address())).isZero();
    assertThat(balance(BETA, sender.address())).isZero();
    assertThat(payerHad.subtract(balance(ALPHA, payer.address())))
        .isEqualTo(Fees.inTokenUnits(receipt.gasUsed(), receipt.effectiveGasPrice()));
  }

  @Test
  void theChainDoesNotTakeWhatASponsorHasNotSigned() {
    SignedTransaction asked =
        chain
            .from(DevAccounts.get(2), TempoTransaction.builder())
            .gasLimit(GAS)
            .call(ALPHA.transfer(fresh(), UNITS))
            .sponsored()
            .build()
            .sign(DevAccounts.get(2));
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> chain.rpc().sendRaw(asked.bytes()));
  }

  @Test
  void sequencesOfDifferentNonceKeysDoNotWaitForEachOther() {
    BigInteger key = BigInteger.valueOf(77);
    assertThat(chain.mined(parallel(key, 0)).succeeded()).isTrue();
    assertThat(chain.mined(parallel(BigInteger.valueOf(78), 0)).succeeded()).isTrue();
    assertThat(chain.mined(parallel(key, 1)).succeeded()).isTrue();
    assertThat(minedNonce(DevAccounts.get(3).address())).isZero();
  }

  @Test
  void anExpiringNonceNeedsNoOrderAndIsTakenOnce() {
    SignedTransaction first =
        chain.expiring(DevAccounts.get(0), chain.now() + 25, GAS, ALPHA.transfer(fresh(), UNITS));
    SignedTransaction second =
        chain.expiring(DevAccounts.get(0), chain.now() + 25, GAS, ALPHA.transfer(fresh(), UNITS));
    assertThat(chain.mined(second).succeeded()).isTrue();
    assertThat(chain.mined(first).succeeded()).isTrue();
    Address sender = DevAccounts.get(0).address();
    BigInteger left = balance(ALPHA, sender);
    try {
      chain.rpc().sendRaw(first.bytes());
    } catch (RpcException refused) {
      // Refused at once or never mined: either way nothing is paid twice.
    }
    chain.rpc().request("evm_mine");
    assertThat(balance(ALPHA, sender)).isEqualTo(left);
  }

  @Test
  void anAccessListIsTaken() {
    List<AccessListEntry> announced = List.of(new AccessListEntry(ALPHA_USD, List.of(Hash32.ZERO)));
    TempoTransaction.Builder builder =
        TempoTransaction.builder()
            .gasLimit(GAS)
            .feeToken(ALPHA_USD)
            .accessList(announced)
            .call(ALPHA.transfer(fresh(), UNITS));
    assertThat(
            chain
                .mined(chain.from(DevAccounts.get(0), builder).build().sign(DevAccounts.get(0)))
                .succeeded())
        .isTrue();
  }

  @Test
  void anAuthorizationLetsAnAccountRunAContractsCode() {
    Secp256k1Account authority = funded(ALPHA);
    Address code = Address.parse("0xca11bde05977b3631167028862be2a173976ca11");
    SignedAuthorization authorization =
        new Authorization(chain.rpc().chainId(), code, 0).sign(authority);
    TempoTransaction.Builder builder =
        TempoTransaction.builder()
            .gasLimit(3_000_000)
            .feeToken(ALPHA_USD)
            .authorizations(List.of(authorization))
            .call(ALPHA.transfer(fresh(), UNITS));
    assertThat(
            chain
                .mined(chain.from(DevAccounts.get(0), builder).build().sign(DevAccounts.get(0)))
                .succeeded())
        .isTrue();
    assertThat(chain.rpc().code(authority.address()))
        .hasToString("0xef0100" + code.toLowerHex().substring(2));
  }

  @Test
  void ethereumsOwnTypesAreTaken() {
    Secp256k1Account account = DevAccounts.get(4);
    long chainId = chain.rpc().chainId();
    long nonce = chain.rpc().nonce(account.address());
    BigInteger price = chain.rpc().baseFee().shiftLeft(1);
    Address payee = fresh();
    // These types name no fee token: on the local chain they are paid in pathUSD.
    Call call = ALPHA.transfer(payee, UNITS);
    SignedTransaction legacy =
        new LegacyTransaction(OptionalLong.of(chainId), nonce, price, GAS, call).sign(account);
    SignedTransaction accessList =
        new AccessListTransaction(chainId, nonce + 1, price, GAS, call, List.of()).sign(account);
    SignedTransaction dynamicFee =
        new DynamicFeeTransaction(chainId, nonce + 2, BigInteger.ZERO, price, GAS, call, List.of())
            .sign(account);
    for (SignedTransaction one : List.of(legacy, accessList, dynamicFee)) {
      Receipt receipt = chain.mined(one);
      assertThat(receipt.succeeded()).as(one.toString()).isTrue();
      assertThat(receipt.transactionHash()).isEqualTo(one.hash());
      assertThat(receipt.from()).isEqualTo(account.address());
    }
    assertThat(balance(ALPHA, payee)).isEqualTo(UNITS.multiply(BigInteger.valueOf(3)));
  }

  /** What {@code nonce} reads counts the pool too, where Anvil counts every key. */
  private static long minedNonce(Address account) {
    return chain
        .rpc()
        .request("eth_getTransactionCount", account.toString(), "latest")
        .longQuantity();
  }

  private SignedTransaction parallel(BigInteger key, long nonce) {
    return chain
        .priced(TempoTransaction.builder())
        .gasLimit(GAS)
        .feeToken(ALPHA_USD)
        .nonceKey(key)
        .nonce(nonce)
        .call(ALPHA.transfer(fresh(), UNITS))
        .build()
        .sign(DevAccounts.get(3));
  }

  private static Secp256k1Account funded(Tip20 token) {
    Secp256k1Account account = Secp256k1Account.generate(new SecureRandom());
    chain.send(DevAccounts.get(0), GAS, token.transfer(account.address(), UNITS));
    return account;
  }

  private static Address fresh() {
    return Secp256k1Account.generate(new SecureRandom()).address();
  }

  private static BigInteger balance(Tip20 token, Address owner) {
    return chain.rpc().read(token.balanceOf(owner), BlockTag.LATEST);
  }
}
