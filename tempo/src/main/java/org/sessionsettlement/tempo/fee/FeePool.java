package org.sessionsettlement.tempo.fee;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Bytes;

/**
 * A pool of the fee AMM, which turns the token that a sender pays with into the one that the
 * validator wants, at a fixed 0.9970. Reserves are token units.
 */
public record FeePool(BigInteger userTokenReserve, BigInteger validatorTokenReserve) {
  private static final BigInteger RATE = BigInteger.valueOf(9_970);
  private static final BigInteger SCALE = BigInteger.valueOf(10_000);

  /** True when the pool can turn a fee of so many user token units. */
  public boolean covers(BigInteger fee) {
    return fee.multiply(RATE).divide(SCALE).compareTo(validatorTokenReserve) <= 0;
  }

  static FeePool read(Bytes data) {
    return new FeePool(AbiWords.uintAt(data, 0), AbiWords.uintAt(data, AbiWords.WORD));
  }
}
