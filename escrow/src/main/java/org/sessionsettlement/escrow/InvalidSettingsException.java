package org.sessionsettlement.escrow;

/** Settings that the contract's constructor would refuse; nothing was sent. */
public final class InvalidSettingsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final EscrowRevert fault;

  InvalidSettingsException(EscrowRevert fault) {
    super("the escrow's constructor would revert with " + fault);
    this.fault = fault;
  }

  /** The reason with which the constructor would revert. */
  public EscrowRevert fault() {
    return fault;
  }
}
