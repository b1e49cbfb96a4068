package org.sessionsettlement.cli.operate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as people read them: UTC, and how far from the service's now. */
final class Times {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
  private static final long MS_PER_SECOND = 1_000;

  private Times() {}

  static String ofSeconds(long seconds) {
    return ofMs(seconds * MS_PER_SECOND);
  }

  static String ofMs(long ms) {
    return FORMAT.format(Instant.ofEpochMilli(ms));
  }

  /** {@code in 5 min} or {@code 2 h 10 min ago}. */
  static String fromNow(long ms, long nowMs) {
    String length = length(Duration.ofMillis(Math.abs(ms - nowMs)));
    return ms >= nowMs ? "in " + length : length + " ago";
  }

  private static String length(Duration time) {
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
