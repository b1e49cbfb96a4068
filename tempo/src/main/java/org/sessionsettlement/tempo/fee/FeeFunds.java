package org.sessionsettlement.tempo.fee;

import java.math.BigInteger;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;

/**
 * Whether an account can pay a fee: a chain takes the whole maximum before it runs a transaction
 * and gives back what was not needed. Amounts are token units.
 */
public record FeeFunds(Address payer, Address token, BigInteger available, BigInteger fee) {
  /**
   * Looks at the payer's balance.
   *
   * @param fee gas limit times maximum price, see {@link Fees#inTokenUnits}
   * @throws RpcException when the node did not say
   */
  public static FeeFunds read(
      TempoRpc rpc, Address payer, Address token, BigInteger fee, BlockTag tag) {
    return new FeeFunds(payer, token, rpc.read(new Tip20(token).balanceOf(payer), tag), fee);
  }

  /** True when the fee can be paid. */
  public boolean areEnough() {
    return available.compareTo(fee) >= 0;
  }

  /** What is missing; 0 when nothing is. */
  public BigInteger missing() {
    return fee.subtract(available).max(BigInteger.ZERO);
  }

  /**
   * These funds.
   *
   * @throws InsufficientFeeFundsException when the fee cannot be paid
   */
  public FeeFunds orThrow() {
    if (!areEnough()) {
      throw new InsufficientFeeFundsException(this);
    }
    return this;
  }
}
