package org.sessionsettlement.tempo.fee;

import java.math.BigInteger;

/** A transaction that could cost more than its sender is ready to pay; not signed. */
public final class FeeAboveCapException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final BigInteger fee;
  private final BigInteger cap;

  FeeAboveCapException(BigInteger fee, BigInteger cap) {
    super("the fee may be " + fee + " token units, above the cap of " + cap);
    this.fee = fee;
    this.cap = cap;
  }

  /** What it could cost, token units. */
  public BigInteger fee() {
    return fee;
  }

  /** What it may cost, token units. */
  public BigInteger cap() {
    return cap;
  }
}
