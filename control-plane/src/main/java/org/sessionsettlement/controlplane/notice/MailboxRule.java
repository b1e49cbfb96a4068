package org.sessionsettlement.controlplane.notice;

import java.time.Duration;
import java.util.regex.Pattern;

/** What a mailbox looks like, and how long and how often a code for it is good. */
public final class MailboxRule {
  static final Duration CODE_LIFE = Duration.ofMinutes(30);
  static final int MOST_TRIES = 10;

  /** Codes to one mailbox, whoever asks for them: it may be a stranger's. */
  static final int MOST_CODES_AN_HOUR = 3;

  static final int MOST_CODES_A_DAY = 6;

  private static final int MOST_CHARS = 254;

  /** The addresses that people have (RFC 5321 without quotes, literals and Unicode). */
  private static final Pattern SHAPE =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,63}");

  private MailboxRule() {}

  public static boolean isMailbox(String text) {
    return text.length() <= MOST_CHARS && SHAPE.matcher(text).matches();
  }
}
