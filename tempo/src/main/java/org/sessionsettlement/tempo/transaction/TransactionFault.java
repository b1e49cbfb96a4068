package org.sessionsettlement.tempo.transaction;

/** Why the chain would refuse a 0x76 transaction. */
public enum TransactionFault {
  NO_CALLS("a transaction has at least one call"),
  TOO_MANY_CALLS("a transaction has at most 32 calls"),
  CREATE_NOT_FIRST("only the first call may create a contract"),
  NATIVE_VALUE("Tempo has no native coin: a call's value is 0"),
  INPUT_TOO_LARGE("a call's input has at most 128 KiB"),
  GAS_OUT_OF_RANGE("the gas limit is between 21,000 and 30,000,000"),
  FEE_OUT_OF_RANGE("fees a gas fit into 128 bits and are not negative"),
  TIP_ABOVE_MAX_FEE("the priority fee is at most the maximum fee"),
  CHAIN_ID_OUT_OF_RANGE("the chain id is above 0"),
  NONCE_OUT_OF_RANGE("a nonce is not negative, a nonce key fits into 256 bits"),
  VALIDITY_OUT_OF_RANGE("times are unix seconds above 0"),
  VALIDITY_EMPTY("valid_before is after valid_after"),
  EXPIRING_WITHOUT_VALID_BEFORE("an expiring nonce needs valid_before"),
  EXPIRING_NONCE_NOT_ZERO("with an expiring nonce, nonce is 0"),
  CREATE_WITH_AUTHORIZATIONS("with an authorization list, no call creates a contract"),
  TOKEN_OF_FEE_PAYER("who asks for a fee payer leaves the token to them"),
  SPONSORSHIP_NOT_ASKED("a fee is paid for a sender who signed for it"),
  SPONSORED_BY_SENDER("the sender does not pay as its own fee payer"),
  LIMIT_OUT_OF_RANGE("a limit fits into 256 bits; limit and period are not negative"),
  SELECTOR_SIZE("a function's selector has 4 bytes"),
  KEY_OF_OTHER_CHAIN("an access key is authorized for the transaction's chain"),
  KEY_NOT_BY_SENDER("an access key is authorized by the sender's own key"),
  KEY_TYPE_OF_SENDER("types 0, 1 and 2 are signed with secp256k1"),
  /** By the clock: see {@link TempoTransaction#faultAt}. */
  ALREADY_EXPIRED("valid_before is more than 3 seconds ahead"),
  VALID_TOO_LATE("valid_after is at most 120 seconds ahead"),
  EXPIRES_TOO_LATE("an expiring nonce's valid_before is at most 30 seconds ahead");

  private final String rule;

  TransactionFault(String rule) {
    this.rule = rule;
  }

  /** The rule that is broken, in words. */
  public String rule() {
    return rule;
  }
}
