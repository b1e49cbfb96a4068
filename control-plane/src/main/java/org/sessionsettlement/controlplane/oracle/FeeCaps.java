package org.sessionsettlement.controlplane.oracle;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import org.sessionsettlement.tempo.fee.FeeCap;
import org.sessionsettlement.tempo.fee.Fees;

/**
 * What we are ready to pay, in token units (6 decimals): for an attestation more, since its window
 * ends, than for a settlement, which anybody may make at any later time. Transactions that do
 * several things may cost as much as they would one by one.
 *
 * @param attestUnits for one attestation
 * @param settleUnits for finalizing one booking
 */
public record FeeCaps(BigInteger attestUnits, BigInteger settleUnits) {
  private static final BigInteger ATTODOLLARS_PER_UNIT = BigInteger.TEN.pow(12);

  /**
   * A dollar and ten cents: 24 times and 1.6 times what all their gas may cost at twice Tempo's
   * highest base fee so far (20e9 attodollars, before T7).
   */
  public static final FeeCaps USUAL =
      new FeeCaps(BigInteger.valueOf(1_000_000), BigInteger.valueOf(100_000));

  /** The most that one transaction which does all of this may cost. */
  public FeeCap of(Collection<? extends Intent> intents) {
    return new FeeCap(intents.stream().map(this::unitsOf).reduce(BigInteger.ZERO, BigInteger::add));
  }

  private BigInteger unitsOf(Intent intent) {
    return switch (intent) {
      case Intent.Attest _ -> attestUnits;
      case Intent.Finalize _, Intent.FinalizeDispute _ -> settleUnits;
    };
  }

  /**
   * The maximum price to sign for: what bears a rising base fee ({@link Fees#maxFeePerGas}), or
   * less where all the gas would cost more than the cap; empty where even the price of now would.
   *
   * @param gasLimit of the transaction
   * @param baseFeePerGas attodollars
   * @param tipPerGas attodollars
   */
  public Optional<BigInteger> maxFeePerGas(
      Collection<? extends Intent> intents,
      long gasLimit,
      BigInteger baseFeePerGas,
      BigInteger tipPerGas) {
    var bearable =
        of(intents)
            .tokenUnits()
            .multiply(ATTODOLLARS_PER_UNIT)
            .divide(BigInteger.valueOf(gasLimit));
    return bearable.compareTo(baseFeePerGas.add(tipPerGas)) < 0
        ? Optional.empty()
        : Optional.of(bearable.min(Fees.maxFeePerGas(baseFeePerGas, tipPerGas)));
  }
}
