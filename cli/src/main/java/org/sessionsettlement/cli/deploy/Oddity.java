package org.sessionsettlement.cli.deploy;

/**
 * Something about an escrow that its users would want to know.
 *
 * @param sentence what it is and what follows from it
 */
record Oddity(Code code, String sentence) {
  /** Stable names; the JSON has them in lower case. */
  enum Code {
    CODE_NOT_OURS,
    TOKEN_NOT_AS_RECORDED,
    BALANCE_BELOW_HELD,
    ORACLE_IS_OWNER,
    ORACLE_IS_TREASURY,
    ORACLE_IS_ESCROW,
    TREASURY_IS_ESCROW,
    TREASURY_IS_TOKEN,
    NO_CHALLENGE_WINDOW,
    NO_ATTEST_BUFFER_SHORT,
    NO_DISPUTE_TIMEOUT,
    PENDING_OWNER
  }
}
