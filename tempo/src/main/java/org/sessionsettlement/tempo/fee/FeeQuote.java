package org.sessionsettlement.tempo.fee;

import java.math.BigInteger;

/**
 * What gas costs now, attodollars a gas.
 *
 * @param baseFeePerGas of the next block
 * @param tipPerGas what others pay on top
 */
public record FeeQuote(BigInteger baseFeePerGas, BigInteger tipPerGas) {
  /** A maximum that a rising base fee does not pass at once; see {@link Fees#maxFeePerGas}. */
  public BigInteger maxFeePerGas() {
    return Fees.maxFeePerGas(baseFeePerGas, tipPerGas);
  }

  /** What so much gas costs at this quote, token units. */
  public BigInteger expected(long gas) {
    return Fees.inTokenUnits(gas, baseFeePerGas.add(tipPerGas));
  }

  /** What so much gas costs at most, token units. */
  public BigInteger most(long gas) {
    return Fees.inTokenUnits(gas, maxFeePerGas());
  }
}
