package org.sessionsettlement.escrow;

import org.sessionsettlement.rules.Outcome;

/** How a booking ended; the contract's {@code Outcome}, in its order. */
public enum EscrowOutcome {
  NONE(0, "None"),
  COMPLETED(1, "Completed"),
  NO_SHOW_HOST(2, "NoShowHost"),
  NO_SHOW_GUEST(3, "NoShowGuest"),
  CANCELLED_BY_HOST(4, "CancelledByHost"),
  CANCELLED_BY_GUEST(5, "CancelledByGuest");

  private final int code;
  private final String contractName;

  EscrowOutcome(int code, String contractName) {
    this.code = code;
    this.contractName = contractName;
  }

  /** The number in the ABI. */
  public int code() {
    return code;
  }

  /** The name in the contract. */
  public String contractName() {
    return contractName;
  }

  /** The rulebook's outcome as the contract knows it. */
  public static EscrowOutcome of(Outcome outcome) {
    return switch (outcome) {
      case COMPLETED -> COMPLETED;
      case NO_SHOW_HOST -> NO_SHOW_HOST;
      case NO_SHOW_GUEST -> NO_SHOW_GUEST;
    };
  }
}
