package org.sessionsettlement.tempo.keychain;

import java.math.BigInteger;
import java.util.OptionalLong;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Bytes;

/**
 * What an access key may still spend of a token.
 *
 * @param units token units
 * @param periodEndSeconds unix seconds when the limit is full again; empty for one that never is
 */
public record RemainingLimit(BigInteger units, OptionalLong periodEndSeconds) {
  static RemainingLimit read(Bytes answer) {
    long end = AbiWords.uintAt(answer, AbiWords.WORD).longValueExact();
    return new RemainingLimit(
        AbiWords.uintAt(answer, 0), end == 0 ? OptionalLong.empty() : OptionalLong.of(end));
  }
}
