package org.sessionsettlement.tempo.fee;

/** An account that cannot pay the fee of its transaction; found before it was sent. */
public final class InsufficientFeeFundsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient FeeFunds funds;

  InsufficientFeeFundsException(FeeFunds funds) {
    super(
        funds.payer()
            + " has "
            + funds.available()
            + " units of "
            + funds.token()
            + ", a fee of "
            + funds.fee()
            + " needs "
            + funds.missing()
            + " more");
    this.funds = funds;
  }

  /** What there was and what was needed. */
  public FeeFunds funds() {
    return funds;
  }
}
