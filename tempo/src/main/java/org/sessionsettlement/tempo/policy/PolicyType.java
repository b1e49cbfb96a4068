package org.sessionsettlement.tempo.policy;

import java.math.BigInteger;
import java.util.Arrays;
import org.sessionsettlement.tempo.AbiWords;

/** What a TIP-403 policy's list means. */
public enum PolicyType {
  /** Only those on the list are authorized. */
  WHITELIST(0),
  /** All but those on the list are authorized. */
  BLACKLIST(1),
  /**
   * Refers to one simple policy each for senders, recipients and recipients of mints (TIP-1015).
   */
  COMPOUND(2);

  private final int code;

  PolicyType(int code) {
    this.code = code;
  }

  /**
   * By its code in the registry.
   *
   * @throws ArithmeticException for a code that is none
   */
  static PolicyType of(BigInteger code) {
    return Arrays.stream(values())
        .filter(type -> BigInteger.valueOf(type.code).equals(code))
        .findFirst()
        .orElseThrow(() -> new ArithmeticException("no policy type " + code));
  }

  byte[] word() {
    return AbiWords.uint(BigInteger.valueOf(code));
  }
}
