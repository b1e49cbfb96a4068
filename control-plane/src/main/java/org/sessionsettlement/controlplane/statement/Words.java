package org.sessionsettlement.controlplane.statement;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/**
 * What was said, and a salt, so that a short text is not guessed from its hash once it is erased.
 *
 * @param salt 32 hex digits
 */
record Words(String text, String salt) {
  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Words of(String text) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new Words(text, HexFormat.of().formatHex(salt));
  }

  /** Keccak-256 of the salt, a line feed and the text, in UTF-8. */
  Hash32 hash() {
    return Keccak256.hash(salt + "\n" + text);
  }

  /** What a party says of another is nothing for a log. */
  @Override
  public String toString() {
    return "(a statement)";
  }
}
