package org.sessionsettlement.rules;

import java.util.Arrays;
import java.util.Optional;

/**
 * The outcomes that can be attested, with the names and numbers that SessionEscrowV1 gives them.
 */
public enum Outcome {
  /** They were there together for as long as agreed: the host is paid. */
  COMPLETED(1, "Completed"),
  /** The host did not keep the appointment: the guest is refunded. */
  NO_SHOW_HOST(2, "NoShowHost"),
  /** The guest did not keep the appointment: the host is paid. */
  NO_SHOW_GUEST(3, "NoShowGuest");

  private final int code;
  private final String contractName;

  Outcome(int code, String contractName) {
    this.code = code;
    this.contractName = contractName;
  }

  /** Its number in the contract's enum {@code Outcome}. */
  public int code() {
    return code;
  }

  /** Its name in the contract's enum, which is its name in JSON too. */
  public String contractName() {
    return contractName;
  }

  /** Whether somebody is at fault. */
  public boolean isNoShow() {
    return this != COMPLETED;
  }

  /** The outcome of that name in the contract; empty if none that can be attested has it. */
  public static Optional<Outcome> ofContractName(String name) {
    return Arrays.stream(values()).filter(o -> o.contractName.equals(name)).findFirst();
  }
}
