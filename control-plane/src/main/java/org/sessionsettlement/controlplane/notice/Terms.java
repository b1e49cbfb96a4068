package org.sessionsettlement.controlplane.notice;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.sessionsettlement.controlplane.explain.Words;
import org.sessionsettlement.escrow.EscrowOutcome;

/** Times, sums and outcomes as they stand in an e-mail. */
final class Terms {
  /** All TIP-20 tokens have six. */
  private static final int DECIMALS = 6;

  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Terms() {}

  /** As people read it, and as programs do. */
  static String time(long seconds) {
    var instant = Instant.ofEpochSecond(seconds);
    return PLAIN.format(instant) + " (" + instant + ")";
  }

  static String money(BigInteger units) {
    return new BigDecimal(units, DECIMALS).toPlainString() + " (" + units + " token units)";
  }

  static String meaning(String outcome) {
    return Words.meaning(
        Arrays.stream(EscrowOutcome.values())
            .filter(one -> one.contractName().equals(outcome))
            .findFirst()
            .orElseThrow());
  }

  static boolean isNone(String outcome) {
    return outcome.equals(EscrowOutcome.NONE.contractName());
  }
}
