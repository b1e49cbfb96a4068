package org.sessionsettlement.tempo.rpc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * None of several endpoints can be used now: each is away, behind, or on another chain. As with
 * every unavailability, what was sent may or may not have arrived.
 */
public final class NoEndpointException extends RpcUnavailableException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> endpoints;

  /**
   * With the last error, if anything was asked.
   *
   * @param endpoints each endpoint's host and what is wrong with it; never a path or a query, which
   *     may hold a key
   */
  public NoEndpointException(List<String> endpoints, @Nullable Throwable cause) {
    super("no usable endpoint: " + String.join("; ", endpoints), cause);
    this.endpoints = List.copyOf(endpoints);
  }

  /** Each endpoint's host and what is wrong with it. */
  public List<String> endpoints() {
    return endpoints;
  }
}
