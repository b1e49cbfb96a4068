package org.sessionsettlement.escrow;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * RFC 8785 for what the payloads hold: objects, arrays, strings, integers of at most 2^53 - 1. Java
 * orders strings by UTF-16 units, as the RFC wants it (3.2.3).
 */
final class CanonicalJson {
  /** The largest integer that every JSON reader takes for itself (RFC 7493, 2.2). */
  static final long MAX_INTEGER = (1L << 53) - 1;

  private CanonicalJson() {}

  static String write(Object value) {
    if (value instanceof Map<?, ?> members) {
      return object(members);
    }
    if (value instanceof List<?> items) {
      return items.stream().map(CanonicalJson::write).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Long number) {
      return integer(number);
    }
    return string((String) value);
  }

  private static String object(Map<?, ?> members) {
    Map<String, Object> sorted = new TreeMap<>();
    members.forEach((name, value) -> sorted.put((String) name, value));
    return sorted.entrySet().stream()
        .map(member -> string(member.getKey()) + ":" + write(member.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String integer(long number) {
    if (number < -MAX_INTEGER || number > MAX_INTEGER) {
      throw new MalformedMetricsException("an integer beyond 2^53 - 1: " + number);
    }
    return Long.toString(number);
  }

  /**
   * Written as it is but for quotes and backslashes (3.2.2.2); what else the RFC escapes, control
   * characters, no payload may hold.
   */
  private static String string(String text) {
    if (!text.codePoints().allMatch(CanonicalJson::isCharacter)) {
      throw new MalformedMetricsException("a string with a control character or half a character");
    }
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean isCharacter(int codePoint) {
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE;
  }
}
