package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.testing.TestChain;

/** Does steps on the chain, each in a block of the second that it names. */
record ModelChain(TestChain chain, Address escrow) {
  private static final long GAS = 5_000_000;

  /** The reason with which it would revert in a block of its second; empty where it would not. */
  Optional<String> refusal(ModelStep step) {
    Map<String, Object> call =
        Map.of(
            "from", step.from().address().toString(),
            "to", step.call().to().orElseThrow().toString(),
            "data", step.call().input().toString());
    Map<String, Object> block = Map.of("time", Hex.quantity(BigInteger.valueOf(step.at())));
    try {
      chain.rpc().request("eth_call", call, "latest", Map.of(), block);
      return Optional.empty();
    } catch (RevertedException reverted) {
      return Optional.of(reverted.reason().orElse(""));
    }
  }

  Receipt send(ModelStep step) {
    chain.rpc().request("evm_setNextBlockTimestamp", step.at());
    return chain.send(step.from(), GAS, step.call());
  }

  List<EscrowEvent> events(Receipt receipt) {
    return receipt.logs().stream()
        .filter(log -> log.address().equals(escrow))
        .map(log -> EscrowEvents.decode(log).orElseThrow())
        .toList();
  }
}
