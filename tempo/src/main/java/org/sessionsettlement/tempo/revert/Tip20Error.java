package org.sessionsettlement.tempo.revert;

import java.util.Arrays;
import java.util.Optional;
import org.sessionsettlement.tempo.Bytes;

/** The named errors of TIP-20 tokens, by their selectors. */
public enum Tip20Error {
  INSUFFICIENT_ALLOWANCE("InsufficientAllowance", "0x13be252b"),
  INSUFFICIENT_BALANCE("InsufficientBalance", "0x832f98b5"),
  POLICY_FORBIDS("PolicyForbids", "0x54cfe659"),
  CONTRACT_PAUSED("ContractPaused", "0xab35696f"),
  INVALID_RECIPIENT("InvalidRecipient", "0x9c8d2cd2"),
  VIRTUAL_ADDRESS_UNREGISTERED("VirtualAddressUnregistered", "0xda56842c"),
  UNAUTHORIZED("Unauthorized", "0x82b42900");

  private final String errorName;
  private final String selector;

  Tip20Error(String errorName, String selector) {
    this.errorName = errorName;
    this.selector = selector;
  }

  /** The name in the contract. */
  public String errorName() {
    return errorName;
  }

  /** The first four bytes of the revert data. */
  public Bytes selector() {
    return Bytes.fromHex(selector);
  }

  static Optional<Tip20Error> of(Bytes selector) {
    return Arrays.stream(values()).filter(e -> e.selector().equals(selector)).findFirst();
  }
}
