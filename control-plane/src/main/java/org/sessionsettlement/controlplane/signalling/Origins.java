package org.sessionsettlement.controlplane.signalling;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which pages may open sockets (RFC 6454; RFC 6455, section 10.2). A program that is no browser
 * says no origin, and could say any.
 */
public final class Origins {
  private final Supplier<URI> own;
  private final Set<String> others;

  /**
   * @param own asked for each time: where the service is known to be only once it listens
   */
  public Origins(Supplier<URI> own, Set<URI> others) {
    this.own = own;
    this.others = others.stream().map(Origins::text).collect(Collectors.toUnmodifiableSet());
  }

  boolean allows(String origin) {
    String asked = origin.toLowerCase(Locale.ROOT);
    return others.contains(asked) || text(own.get()).equals(asked);
  }

  private static String text(URI origin) {
    return (origin.getScheme() + "://" + origin.getRawAuthority()).toLowerCase(Locale.ROOT);
  }
}
