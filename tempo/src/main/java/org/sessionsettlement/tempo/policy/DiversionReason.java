package org.sessionsettlement.tempo.policy;

import java.math.BigInteger;

/** Why a receiver does not get a transfer itself (TIP-1028, BlockedReason). */
public enum DiversionReason {
  /** The receiver does not accept the token. */
  TOKEN_FILTER,
  /** The receiver does not accept the sender. */
  SENDER_POLICY,
  /** One that came with a later hardfork. */
  UNKNOWN;

  static DiversionReason of(BigInteger code) {
    if (code.equals(BigInteger.ONE)) {
      return TOKEN_FILTER;
    }
    return code.equals(BigInteger.valueOf(2)) ? SENDER_POLICY : UNKNOWN;
  }
}
