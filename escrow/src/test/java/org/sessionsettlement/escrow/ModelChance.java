package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** Draws arguments: mostly sensible ones, at times one at a limit or beyond it. */
record ModelChance(Random random, List<Secp256k1Account> actors) {
  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  Secp256k1Account actor() {
    return pick(actors);
  }

  Address anyone() {
    return actor().address();
  }

  Address anyoneOrZero() {
    return oneIn(10) ? Address.ZERO : anyone();
  }

  /** One of the last ten ids, at times one never used. */
  long id(int used) {
    if (used == 0 || oneIn(25)) {
      return random.nextBoolean() ? 0 : used + 1L + below(1_000);
    }
    return (long) used - below(Math.min(used, 10));
  }

  /**
   * Seconds from now to a start: near the least of 60 at times, else long enough for many sessions
   * to be open at once.
   */
  int lead() {
    return oneIn(6) ? 59 + below(4) : 62 + below(4_000);
  }

  int durationMins() {
    return oneIn(8) ? pick(List.of(0, 1, 239, 240, 241)) : 1 + below(6);
  }

  int graceMins() {
    return below(5);
  }

  int overlapMins(int durationMins) {
    return oneIn(8) ? durationMins + below(2) : below(durationMins + 1);
  }

  int cutoffMins() {
    return oneIn(8) ? pick(List.of(10_079, 10_080, 10_081)) : below(6);
  }

  BigInteger amount() {
    return switch (below(50)) {
      case 0 -> BigInteger.ZERO;
      case 1 -> BigInteger.TWO.pow(96);
      case 2 -> BigInteger.TWO.pow(96).subtract(BigInteger.ONE);
      case 3 -> BigInteger.ONE;
      default -> BigInteger.valueOf(1L + below(20_000_000));
    };
  }

  /** Around a setting's limit at times. */
  int setting(int limit, int usual) {
    return oneIn(8) ? limit + below(3) - 1 : below(usual);
  }

  /** One of the three that can be attested, at times any, or one outside the enum. */
  int outcomeCode() {
    return oneIn(4) ? below(7) : 1 + below(3);
  }

  Hash32 hash() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Hash32.of(bytes);
  }
}
