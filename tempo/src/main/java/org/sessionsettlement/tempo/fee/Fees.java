package org.sessionsettlement.tempo.fee;

import java.math.BigInteger;

/** What gas costs: prices are attodollars a gas, fees are token units (6 decimals). */
public final class Fees {
  private static final BigInteger ATTODOLLARS_PER_UNIT = BigInteger.TEN.pow(12);

  private Fees() {}

  /** ceil(gas x price / 1e12): the fee in token units. */
  public static BigInteger inTokenUnits(long gas, BigInteger pricePerGas) {
    return BigInteger.valueOf(gas)
        .multiply(pricePerGas)
        .add(ATTODOLLARS_PER_UNIT.subtract(BigInteger.ONE))
        .divide(ATTODOLLARS_PER_UNIT);
  }

  /**
   * A maximum that a rising base fee does not pass at once: twice the base fee and the tip. What is
   * not needed is not paid.
   */
  public static BigInteger maxFeePerGas(BigInteger baseFeePerGas, BigInteger tipPerGas) {
    return baseFeePerGas.shiftLeft(1).add(tipPerGas);
  }
}
