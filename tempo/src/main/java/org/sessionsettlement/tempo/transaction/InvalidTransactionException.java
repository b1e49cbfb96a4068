package org.sessionsettlement.tempo.transaction;

/** A transaction that the chain would refuse, refused before it is signed. */
public final class InvalidTransactionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final TransactionFault fault;

  InvalidTransactionException(TransactionFault fault) {
    super(fault + ": " + fault.rule());
    this.fault = fault;
  }

  /** Which rule is broken. */
  public TransactionFault fault() {
    return fault;
  }
}
