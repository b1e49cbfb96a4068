package org.sessionsettlement.controlplane.session;

import java.util.List;

/**
 * A TURN server that takes our credentials.
 *
 * @param urls {@code turn:} and {@code turns:} URIs (RFC 7065)
 */
public record TurnServer(List<String> urls, TurnCredentials credentials) {
  public TurnServer {
    urls = List.copyOf(urls);
  }
}
