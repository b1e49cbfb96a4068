package org.sessionsettlement.controlplane.statement;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.tempo.Address;

/** Who may say what, when, and how often. */
final class StatementRule {
  /** Characters as Unicode counts them (code points). */
  static final int MOST_CHARS = 4_000;

  static final int MOST_EACH = 3;

  private StatementRule() {}

  /** The first reason why this party may not say anything of this booking now. */
  static Optional<ProblemCode> refusal(BookingRecord booking, Address wallet) {
    if (!booking.isParty(wallet)) {
      return Optional.of(ProblemCode.NOT_A_PARTICIPANT);
    }
    return switch (booking.standing().status()) {
      case ATTESTED, DISPUTED -> Optional.empty();
      case NONE, BOOKED, CANCELLED, RESOLVED, FINALIZED ->
          Optional.of(ProblemCode.STATEMENTS_CLOSED);
    };
  }

  /** Whether it is a text that can be kept exactly as it was said. */
  static boolean isText(String text) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= MOST_CHARS
        // PostgreSQL keeps no NUL, and a lone surrogate is no character.
        && text.indexOf('\0') < 0
        && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** Whether a party that said so much already may say more. */
  static boolean mayGoOn(int saidBefore) {
    return saidBefore < MOST_EACH;
  }
}
