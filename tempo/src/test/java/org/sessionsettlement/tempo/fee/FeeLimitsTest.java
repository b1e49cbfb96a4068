package org.sessionsettlement.tempo.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sessionsettlement.tempo.token.TokenVectors.A;
import static org.sessionsettlement.tempo.token.TokenVectors.B;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

class FeeLimitsTest {
  /** May cost 100,000 x 20e9 / 1e12 = 2,000 units. */
  private static final TempoTransaction TRANSACTION =
      TempoTransaction.builder()
          .chainId(1)
          .gasLimit(100_000)
          .maxFeePerGas(BigInteger.valueOf(20_000_000_000L))
          .call(new Tip20(A).transfer(B, BigInteger.ONE))
          .build();

  @Test
  void allowsATransactionUpToTheCap() {
    assertThat(new FeeCap(units(2_000)).allow(TRANSACTION)).isEqualTo(TRANSACTION);
  }

  @Test
  void refusesATransactionThatCouldCostMore() {
    assertThatExceptionOfType(FeeAboveCapException.class)
        .isThrownBy(() -> new FeeCap(units(1_999)).allow(TRANSACTION))
        .satisfies(
            e -> {
              assertThat(e.fee()).isEqualTo(2_000);
              assertThat(e.cap()).isEqualTo(1_999);
            });
  }

  @Test
  void fundsThatAreEnoughPass() {
    FeeFunds funds = new FeeFunds(B, A, units(5), units(5));
    assertThat(funds.orThrow()).isEqualTo(funds);
    assertThat(funds.missing()).isZero();
  }

  @Test
  void fundsThatAreNotSayHowMuchIsMissing() {
    FeeFunds funds = new FeeFunds(B, A, units(5), units(8));
    assertThat(funds.missing()).isEqualTo(3);
    assertThatExceptionOfType(InsufficientFeeFundsException.class)
        .isThrownBy(funds::orThrow)
        .satisfies(e -> assertThat(e.funds()).isEqualTo(funds));
  }

  @Test
  void aPoolCoversWhatItCanTurnInto() {
    FeePool pool = new FeePool(BigInteger.ZERO, units(9_970));
    assertThat(pool.covers(units(10_000))).isTrue();
    assertThat(pool.covers(units(10_002))).isFalse();
    assertThat(new FeePool(BigInteger.TEN, BigInteger.ZERO).covers(units(2))).isFalse();
  }

  private static BigInteger units(long value) {
    return BigInteger.valueOf(value);
  }
}
