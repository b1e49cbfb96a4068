package org.sessionsettlement.tempo.rpc;

import java.util.Arrays;
import java.util.List;

/**
 * A method and its parameters.
 *
 * @param params strings, numbers, booleans, lists and maps of them
 */
public record RpcRequest(String method, List<Object> params) {
  public RpcRequest {
    params = List.copyOf(params);
  }

  /** The request with these parameters. */
  public static RpcRequest of(String method, Object... params) {
    return new RpcRequest(method, Arrays.asList(params));
  }
}
