package org.sessionsettlement.client;

import java.net.URI;

/**
 * The service that an app trusts. A sign-in for any other domain or chain is never signed.
 *
 * @param baseUrl without a trailing slash
 * @param domain what sign-in messages must name (ERC-4361): host, and port unless it is the
 *     scheme's own
 * @param chainId the chain of its escrow
 */
public record ServiceAddress(String baseUrl, String domain, long chainId) {

  public ServiceAddress {
    if (baseUrl.endsWith("/")) {
      throw new IllegalArgumentException("base URL ends with a slash: " + baseUrl);
    }
  }

  /** The service at this URL, whose domain is the URL's host and port. */
  public static ServiceAddress of(String baseUrl, long chainId) {
    return new ServiceAddress(baseUrl, URI.create(baseUrl).getAuthority(), chainId);
  }
}
