package org.sessionsettlement.tempo.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sessionsettlement.tempo.testing.TestChain.ALPHA_USD;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.testing.DevAccounts;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;

class TransactionExamplesTest {
  private static final Tip20 ALPHA = new Tip20(ALPHA_USD);
  private static final Address BETA = Address.parse("0x20c0000000000000000000000000000000000002");
  private static final BigInteger UNITS = BigInteger.valueOf(2_500_000);

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
  void firstTransactionPaysADollar() {
    Address payee = fresh();
    String key = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    assertThat(FirstTransaction.run(chain.url(), key, payee.toString()).succeeded()).isTrue();
    assertThat(balance(payee)).isEqualTo(1_000_000);
  }

  @Test
  void batchOfCallsPaysEverybody() {
    Address tutor = fresh();
    Address coach = fresh();
    Map<Address, BigInteger> payroll = Map.of(tutor, UNITS, coach, BigInteger.TEN);
    assertThat(BatchOfCalls.run(chain.rpc(), DevAccounts.get(0), ALPHA, payroll).succeeded())
        .isTrue();
    payroll.forEach((payee, units) -> assertThat(balance(payee)).isEqualTo(units));
  }

  @Test
  void sponsoredTransactionCostsTheGuestNoFee() {
    Secp256k1Account guest = Secp256k1Account.generate(new SecureRandom());
    chain.send(DevAccounts.get(0), 1_000_000, ALPHA.transfer(guest.address(), UNITS));
    Address payee = fresh();
    Bytes asked = SponsoredTransaction.ask(chain.rpc(), guest, ALPHA.transfer(payee, UNITS));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SponsoredTransaction.pay(chain.rpc(), DevAccounts.get(1), ALPHA_USD, BETA, asked));
    Receipt receipt =
        SponsoredTransaction.pay(chain.rpc(), DevAccounts.get(1), BETA, ALPHA_USD, asked);
    assertThat(receipt.succeeded()).isTrue();
    assertThat(balance(payee)).isEqualTo(UNITS);
    assertThat(balance(guest.address())).isZero();
  }

  @Test
  void parallelNoncesAreMinedBesideEachOther() {
    Address payee = fresh();
    Call transfer = ALPHA.transfer(payee, UNITS);
    BigInteger key = BigInteger.valueOf(5);
    assertThat(
            ParallelNonces.onKey(chain.rpc(), DevAccounts.get(2), ALPHA_USD, key, 0, transfer)
                .succeeded())
        .isTrue();
    List<Receipt> receipts =
        ParallelNonces.expiring(
            chain.rpc(),
            DevAccounts.get(2),
            ALPHA_USD,
            transfer,
            ALPHA.transfer(payee, UNITS.add(BigInteger.ONE)));
    assertThat(receipts).allMatch(Receipt::succeeded).hasSize(2);
    assertThat(balance(payee)).isEqualTo(UNITS.multiply(BigInteger.valueOf(3)).add(BigInteger.ONE));
  }

  @Test
  void readATransactionSaysWhoSignedWhat() {
    Bytes signed =
        chain
            .expiring(
                DevAccounts.get(3), chain.now() + 20, 1_000_000, ALPHA.transfer(fresh(), UNITS))
            .bytes();
    assertThat(ReadATransaction.run(signed))
        .isEqualTo(DevAccounts.get(3).address() + " signed 1 calls on chain 31337");
  }

  private static Address fresh() {
    return Secp256k1Account.generate(new SecureRandom()).address();
  }

  private static BigInteger balance(Address owner) {
    return chain.rpc().read(ALPHA.balanceOf(owner), BlockTag.LATEST);
  }
}
