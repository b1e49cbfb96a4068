package org.sessionsettlement.tempo.keychain;

import java.math.BigInteger;
import java.util.OptionalLong;

/** The chain writes the largest uint64 for a key that does not expire. */
final class KeyExpiry {
  private static final BigInteger NEVER =
      BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

  private KeyExpiry() {}

  static BigInteger word(OptionalLong seconds) {
    return seconds.isPresent() ? BigInteger.valueOf(seconds.getAsLong()) : NEVER;
  }

  static OptionalLong seconds(BigInteger word) {
    return word.equals(NEVER) ? OptionalLong.empty() : OptionalLong.of(word.longValueExact());
  }
}
