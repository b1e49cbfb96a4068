package org.sessionsettlement.rules;

import java.util.Objects;
import java.util.Optional;

/**
 * An outcome that an operator forced, as metricsHash commits to it: the payload of schema {@code
 * session-override/1} as a value. {@code docs/metrics/session-override-1.md} gives its JSON.
 *
 * @param facts what was known of the session then
 * @param computed what the rulebook decided from these facts; empty where it gave no answer
 * @param outcome what was attested instead
 * @param reason the operator's, for people
 * @param operator who signed the request, as 0x hex
 * @param signedAtMs when the request was signed, in milliseconds since the epoch
 * @param signature the operator's over the request, as 0x hex: anyone can tell by it who forced the
 *     outcome
 */
public record SessionOverride(
    SessionFacts facts,
    Optional<Decision> computed,
    Outcome outcome,
    String reason,
    String operator,
    long signedAtMs,
    String signature)
    implements MetricsPayload {

  /** The name of this shape, and the payload's first member. */
  public static final String SCHEMA = "session-override/1";

  /** The most characters (UTF-16 units) that a reason may have. */
  public static final int MAX_REASON_LENGTH = 500;

  /**
   * @throws IllegalArgumentException where the reason is none, by {@link #isReason}
   */
  public SessionOverride {
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(signature, "signature");
    if (!isReason(reason)) {
      throw new IllegalArgumentException("not a reason: empty, too long, or more than plain text");
    }
  }

  /**
   * Whether a text can be a reason: something to read, of at most {@link #MAX_REASON_LENGTH}
   * characters on one line, without control characters and without halves of a surrogate pair.
   */
  public static boolean isReason(String text) {
    return !text.isBlank()
        && text.length() <= MAX_REASON_LENGTH
        && text.codePoints().allMatch(SessionOverride::isPlain);
  }

  /** Formatting characters can make a text read as another one than it is. */
  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
