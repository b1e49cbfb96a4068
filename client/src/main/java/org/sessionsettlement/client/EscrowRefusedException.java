package org.sessionsettlement.client;

/** Thrown by {@link EscrowResult#orThrow} where a caller expected success. */
public final class EscrowRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  EscrowRefusedException(String reason) {
    super("the escrow refuses: " + reason);
    this.reason = reason;
  }

  /** The contract's own word. */
  public String reason() {
    return reason;
  }
}
