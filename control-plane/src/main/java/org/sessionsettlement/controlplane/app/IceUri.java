package org.sessionsettlement.controlplane.app;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * STUN and TURN URIs as RFC 7064 (section 3.1) and RFC 7065 (section 3.1) have them, without the
 * escapes that no host name needs.
 */
final class IceUri {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<scheme>stuns?|turns?):(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9.-]+)(?::(?<port>[0-9]{1,5}))?"
              + "(?<transport>\\?transport=(?:udp|tcp))?");
  private static final int HIGHEST_PORT = 65_535;

  private IceUri() {}

  /** The items of a comma-separated list. */
  static Stream<String> split(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip);
  }

  /** What is wrong with this URI where one of these schemes is expected, if anything is. */
  static Optional<String> complaint(String uri, Set<String> schemes) {
    var match = SHAPE.matcher(uri);
    boolean good =
        match.matches()
            && schemes.contains(match.group("scheme"))
            && isPort(match.group("port"))
            && (match.group("transport") == null || match.group("scheme").startsWith("turn"));
    return good ? Optional.empty() : Optional.of("has an item that is none of " + shapes(schemes));
  }

  private static boolean isPort(@Nullable String digits) {
    return digits == null || Integer.parseInt(digits) <= HIGHEST_PORT;
  }

  private static String shapes(Set<String> schemes) {
    return schemes.contains("turn")
        ? "turn:host:port?transport=udp, ...=tcp, turns:host:port?transport=tcp"
        : "stun:host:port, stuns:host:port";
  }
}
