package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.fee.Fees;

class FeeCapsTest {
  private static final BigInteger GIGA = BigInteger.TEN.pow(9);
  private static final FeeCaps CAPS =
      new FeeCaps(BigInteger.valueOf(60_000), BigInteger.valueOf(30_000));
  private static final Intent ATTEST =
      new Intent.Attest(FakeBookings.key(1), Outcome.COMPLETED, OracleFixture.hash(1), 100);
  private static final Intent FINALIZE = new Intent.Finalize(FakeBookings.key(2));
  private static final long GAS = 1_000_000;

  @Test
  void signsForTheUsualMaximumWhereThatIsBelowTheCap() {
    assertThat(CAPS.maxFeePerGas(List.of(ATTEST), GAS, giga(20), giga(1))).contains(giga(41));
  }

  @Test
  void signsForLessRatherThanForMoreThanTheCap() {
    assertThat(CAPS.maxFeePerGas(List.of(ATTEST), GAS, giga(30), giga(1))).contains(giga(60));
    assertThat(CAPS.maxFeePerGas(List.of(ATTEST), GAS, giga(59), giga(1))).contains(giga(60));
  }

  @Test
  void signsNothingWhileThePriceOfNowIsAboveTheCap() {
    assertThat(CAPS.maxFeePerGas(List.of(ATTEST), GAS, giga(60), giga(1))).isEmpty();
    assertThat(CAPS.maxFeePerGas(List.of(FINALIZE), GAS, giga(30), giga(1))).isEmpty();
  }

  @Test
  void letsATransactionCostAsMuchAsWhatItDoesWouldOneByOne() {
    var attestations = Collections.nCopies(20, ATTEST);
    assertThat(CAPS.of(attestations).tokenUnits()).isEqualTo(1_200_000);
    assertThat(CAPS.of(List.of(ATTEST, FINALIZE, FINALIZE)).tokenUnits()).isEqualTo(120_000);
    assertThat(CAPS.maxFeePerGas(attestations, 20 * GAS, giga(59), giga(1))).contains(giga(60));
  }

  @Test
  void neverAllowsAPriceAtWhichAllTheGasCostsMoreThanTheCap() {
    for (long gas = 1; gas < 40_000_000; gas = gas * 3 + 1) {
      long limit = gas;
      CAPS.maxFeePerGas(List.of(ATTEST), limit, BigInteger.ONE, BigInteger.ONE)
          .ifPresent(
              price ->
                  assertThat(Fees.inTokenUnits(limit, price))
                      .as("at a gas limit of " + limit)
                      .isLessThanOrEqualTo(CAPS.attestUnits()));
    }
  }

  @Test
  void isUsuallyAboveWhatAnyBaseFeeSoFarAskedFor() {
    assertThat(usual(ATTEST, EscrowGas.ATTEST)).contains(giga(41));
    assertThat(usual(FINALIZE, EscrowGas.SETTLE)).contains(giga(41));
  }

  private static Optional<BigInteger> usual(Intent intent, long gas) {
    return FeeCaps.USUAL.maxFeePerGas(
        List.of(intent), EscrowGas.TRANSACTION + gas, giga(20), giga(1));
  }

  private static BigInteger giga(long amount) {
    return GIGA.multiply(BigInteger.valueOf(amount));
  }
}
