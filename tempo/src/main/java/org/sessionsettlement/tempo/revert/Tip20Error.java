package org.sessionsettlement.tempo.revert;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Bytes;

/** The named errors of TIP-20 tokens. */
public enum Tip20Error {
  INSUFFICIENT_BALANCE("InsufficientBalance(uint256,uint256,address)"),
  INSUFFICIENT_ALLOWANCE("InsufficientAllowance()"),
  /** The token's TIP-403 policy forbids the sender or the recipient. */
  POLICY_FORBIDS("PolicyForbids()"),
  CONTRACT_PAUSED("ContractPaused()"),
  /** The zero address, or the address of a token. */
  INVALID_RECIPIENT("InvalidRecipient()"),
  /** A TIP-1022 virtual address that nobody registered. */
  VIRTUAL_ADDRESS_UNREGISTERED("VirtualAddressUnregistered()"),
  /** The caller has not the role. */
  UNAUTHORIZED("Unauthorized()"),
  INVALID_AMOUNT("InvalidAmount()"),
  SUPPLY_CAP_EXCEEDED("SupplyCapExceeded()"),
  /** Below what there is, or above 2^128 - 1. */
  INVALID_SUPPLY_CAP("InvalidSupplyCap()"),
  INVALID_TRANSFER_POLICY_ID("InvalidTransferPolicyId()"),
  INVALID_QUOTE_TOKEN("InvalidQuoteToken()"),
  INVALID_CURRENCY("InvalidCurrency()"),
  INVALID_TOKEN("InvalidToken()"),
  INVALID_PAYLOAD("InvalidPayload()"),
  /** The deadline of a permit is over. */
  PERMIT_EXPIRED("PermitExpired()"),
  /** A permit that its owner did not sign, or with another nonce. */
  INVALID_SIGNATURE("InvalidSignature()"),
  /** Tokens of this precompile are not to be burnt. */
  PROTECTED_ADDRESS("ProtectedAddress()"),
  NO_OPTED_IN_SUPPLY("NoOptedInSupply()"),
  /** Nothing was created at this token's address. */
  UNINITIALIZED("Uninitialized()");

  private static final Map<Bytes, Tip20Error> BY_SELECTOR =
      Arrays.stream(values()).collect(Collectors.toMap(Tip20Error::selector, Function.identity()));

  private final String signature;

  Tip20Error(String signature) {
    this.signature = signature;
  }

  /** The name in the contract. */
  public String errorName() {
    return signature.substring(0, signature.indexOf('('));
  }

  /** The first four bytes of the revert data. */
  public Bytes selector() {
    return Bytes.of(AbiWords.selector(signature));
  }

  static Optional<Tip20Error> of(Bytes selector) {
    return Optional.ofNullable(BY_SELECTOR.get(selector));
  }
}
