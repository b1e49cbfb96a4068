package org.sessionsettlement.tempo.keychain;

import java.util.Arrays;
import java.util.Optional;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.revert.Revert;

/** The named errors of the account keychain. */
public enum KeychainError {
  /** The call was signed by an access key, not by the account's own. */
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

  private final String signature;

  KeychainError(String signature) {
    this.signature = signature;
  }

  /** The first four bytes of the revert data. */
  public Bytes selector() {
    return Bytes.of(AbiWords.selector(signature));
  }

  /** The error that a revert is; empty for any other. */
  public static Optional<KeychainError> of(Revert revert) {
    if (revert.data().size() < 4) {
      return Optional.empty();
    }
    Bytes selector = revert.data().slice(0, 4);
    return Arrays.stream(values()).filter(one -> one.selector().equals(selector)).findFirst();
  }
}
