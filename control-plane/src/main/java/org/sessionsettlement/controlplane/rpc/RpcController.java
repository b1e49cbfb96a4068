package org.sessionsettlement.controlplane.rpc;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The chain's node, for pages of our own origin. */
@RestController
public final class RpcController {
  private final RpcGate gate;

  public RpcController(RpcGate gate) {
    this.gate = gate;
  }

  @PostMapping(path = "/rpc", produces = MediaType.APPLICATION_JSON_VALUE)
  String rpc(@RequestBody JsonNode asked) {
    return gate.answer(asked);
  }
}
