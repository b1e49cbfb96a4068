package org.sessionsettlement.controlplane.auth;

import java.net.URI;
import java.util.Set;

/**
 * What a sign-in message must have been made for.
 *
 * @param domain host, with its port where that is not the usual one
 * @param uri the origin signed in to
 */
public record Site(String domain, URI uri, long chainId) {
  private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1");

  /** The site at this domain: plain HTTP on this machine, HTTPS anywhere else. */
  public static Site of(String domain, long chainId) {
    String host = domain.replaceFirst(":[0-9]+$", "");
    String scheme = LOCAL_HOSTS.contains(host) ? "http" : "https";
    return new Site(domain, URI.create(scheme + "://" + domain), chainId);
  }

  boolean isOriginOf(URI other) {
    return uri.getScheme().equalsIgnoreCase(other.getScheme())
        && uri.getRawAuthority().equalsIgnoreCase(other.getRawAuthority());
  }
}
