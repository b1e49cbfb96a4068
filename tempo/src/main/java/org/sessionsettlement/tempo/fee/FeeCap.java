package org.sessionsettlement.tempo.fee;

import java.math.BigInteger;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/**
 * The most that a transaction may cost, whatever its gas and the market say. Used between building
 * and signing: {@code cap.allow(transaction).sign(account)}.
 *
 * @param tokenUnits of the fee token, which all have 6 decimals
 */
public record FeeCap(BigInteger tokenUnits) {
  /**
   * The transaction itself.
   *
   * @throws FeeAboveCapException when all its gas at its maximum price costs more
   */
  public TempoTransaction allow(TempoTransaction transaction) {
    BigInteger most = Fees.inTokenUnits(transaction.gasLimit(), transaction.maxFeePerGas());
    if (most.compareTo(tokenUnits) > 0) {
      throw new FeeAboveCapException(most, tokenUnits);
    }
    return transaction;
  }
}
