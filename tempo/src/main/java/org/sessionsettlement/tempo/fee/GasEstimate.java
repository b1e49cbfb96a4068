package org.sessionsettlement.tempo.fee;

import org.sessionsettlement.tempo.transaction.TempoTransaction;

/**
 * How much gas a transaction is going to use.
 *
 * @param expected what it will use, as far as one can tell
 */
public record GasEstimate(long expected) {
  /**
   * The gas limit to ask for: a quarter more. A refund is at most a fifth of what was used
   * (EIP-3529) and comes only after the limit was needed; the state may have changed, too. Unused
   * gas is not paid. Never above the chain's cap, unless the estimate itself is.
   */
  public long limit() {
    long withMargin = expected + expected / 4;
    return Math.max(expected, Math.min(withMargin, TempoTransaction.GAS_CAP));
  }
}
