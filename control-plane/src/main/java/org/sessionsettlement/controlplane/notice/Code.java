package org.sessionsettlement.controlplane.notice;

import java.security.SecureRandom;
import java.util.Locale;
import org.sessionsettlement.controlplane.digest.Digests;

/** What a mailbox is confirmed with: 60 random bits in 12 characters that people can type. */
final class Code {
  /** Crockford's base 32: no I, L, O or U. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int CHARS = 12;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String chars;

  private Code(String chars) {
    this.chars = chars;
  }

  static Code random() {
    var chars = new StringBuilder(CHARS);
    for (int i = 0; i < CHARS; i++) {
      chars.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new Code(chars.toString());
  }

  /** Reads what somebody typed, with or without hyphens and blanks. */
  static Code typed(String text) {
    return new Code(text.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT));
  }

  byte[] hash() {
    return Digests.sha256(chars);
  }

  /** For its mailbox alone, as {@code ABCD-EFGH-JKMN}. */
  String text() {
    return String.join(
        "-",
        chars.substring(0, GROUP),
        chars.substring(GROUP, 2 * GROUP),
        chars.substring(2 * GROUP));
  }

  @Override
  public String toString() {
    return "(code)";
  }
}
