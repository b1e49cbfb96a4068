package org.sessionsettlement.tempo.revert;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Bytes;

/**
 * The named errors of the precompiles around TIP-20. Those that share their name with one of the
 * tokens (Unauthorized, InvalidToken and others) are {@link Tip20Error}s.
 */
public enum PrecompileError {
  /** Any precompile: the chain's hardfork has no such function. */
  UNKNOWN_FUNCTION_SELECTOR("UnknownFunctionSelector(bytes4)"),
  /** TIP-20 factory. */
  TOKEN_ALREADY_EXISTS("TokenAlreadyExists(address)"),
  /** TIP-20 factory: the first 1,024 addresses. */
  ADDRESS_RESERVED("AddressReserved()"),
  /** TIP-403 registry. */
  POLICY_NOT_FOUND("PolicyNotFound()"),
  POLICY_NOT_SIMPLE("PolicyNotSimple()"),
  INVALID_POLICY_TYPE("InvalidPolicyType()"),
  /** A whitelist was asked for what only a blacklist has, or the other way round. */
  INCOMPATIBLE_POLICY_TYPE("IncompatiblePolicyType()"),
  VIRTUAL_ADDRESS_NOT_ALLOWED("VirtualAddressNotAllowed()"),
  /** TIP-1028. */
  INVALID_RECEIVE_POLICY_TYPE("InvalidReceivePolicyType()"),
  INVALID_RECOVERY_AUTHORITY("InvalidRecoveryAuthority()"),
  /** Fee manager. */
  INSUFFICIENT_FEE_TOKEN_BALANCE("InsufficientFeeTokenBalance()"),
  CANNOT_CHANGE_WITHIN_BLOCK("CannotChangeWithinBlock()"),
  /** Fee AMM: the pool cannot turn the fee into the validator's token. */
  INSUFFICIENT_LIQUIDITY("InsufficientLiquidity()"),
  INSUFFICIENT_RESERVES("InsufficientReserves()"),
  IDENTICAL_ADDRESSES("IdenticalAddresses()"),
  /** Nonce manager: key 0 is the account's own sequence, read elsewhere. */
  PROTOCOL_NONCE_NOT_SUPPORTED("ProtocolNonceNotSupported()"),
  INVALID_NONCE_KEY("InvalidNonceKey()"),
  NONCE_OVERFLOW("NonceOverflow()"),
  EXPIRING_NONCE_REPLAY("ExpiringNonceReplay()"),
  EXPIRING_NONCE_SET_FULL("ExpiringNonceSetFull()"),
  INVALID_EXPIRING_NONCE_EXPIRY("InvalidExpiringNonceExpiry()"),
  /** Account keychain: the call was signed by an access key, not by the account's own. */
  UNAUTHORIZED_CALLER("UnauthorizedCaller()"),
  KEY_ALREADY_EXISTS("KeyAlreadyExists()"),
  KEY_NOT_FOUND("KeyNotFound()"),
  KEY_EXPIRED("KeyExpired()"),
  /** A token was to be moved above what the key may still spend. */
  SPENDING_LIMIT_EXCEEDED("SpendingLimitExceeded()"),
  INVALID_SPENDING_LIMIT("InvalidSpendingLimit()"),
  INVALID_SIGNATURE_TYPE("InvalidSignatureType()"),
  ZERO_PUBLIC_KEY("ZeroPublicKey()"),
  EXPIRY_IN_PAST("ExpiryInPast()"),
  /** A key that was revoked cannot be authorized again. */
  KEY_ALREADY_REVOKED("KeyAlreadyRevoked()"),
  SIGNATURE_TYPE_MISMATCH("SignatureTypeMismatch(uint8,uint8)"),
  /** Outside what the key may call. */
  CALL_NOT_ALLOWED("CallNotAllowed()"),
  INVALID_CALL_SCOPE("InvalidCallScope()"),
  INVALID_KEY_ID("InvalidKeyId()");

  private static final Map<Bytes, PrecompileError> BY_SELECTOR =
      Arrays.stream(values())
          .collect(Collectors.toMap(PrecompileError::selector, Function.identity()));

  private final String signature;

  PrecompileError(String signature) {
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

  static Optional<PrecompileError> of(Bytes selector) {
    return Optional.ofNullable(BY_SELECTOR.get(selector));
  }
}
