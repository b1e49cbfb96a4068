package org.sessionsettlement.tempo.rpc;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A method and its parameters.
 *
 * @param params strings, numbers, booleans, lists and maps of them
 * @param patience how long the answer may take where that is not what the transport waits anyway
 */
public record RpcRequest(String method, List<Object> params, Optional<Duration> patience) {
  public RpcRequest {
    params = List.copyOf(params);
  }

  /** The request with these parameters. */
  public static RpcRequest of(String method, Object... params) {
    return new RpcRequest(method, Arrays.asList(params), Optional.empty());
  }

  /** The same, answered within {@code atMost} or not at all. */
  public RpcRequest within(Duration atMost) {
    return new RpcRequest(method, params, Optional.of(atMost));
  }
}
