package org.sessionsettlement.tempo.fee;

import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.revert.Revert;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * Adds up the gas of a batch from its calls, each with the effects of those before it
 * (eth_simulateV1). Where a node has no eth_simulateV1 each call is estimated alone; a call that
 * needs an earlier one then reverts. The transaction's own 21,000 count once, a further call 2,600.
 */
final class CallByCallGas {
  private static final long TRANSACTION = 21_000;
  private static final long FURTHER_CALL = 2_600;
  private static final long NO_SUCH_METHOD = -32_601;

  private final TempoRpc rpc;

  CallByCallGas(TempoRpc rpc) {
    this.rpc = rpc;
  }

  long estimate(Address from, List<Call> calls) {
    // A single call is estimated best, and a creation is not simulated by Anvil; it comes first.
    int alone = calls.size() == 1 || calls.get(0).isCreate() ? 1 : 0;
    List<Call> sequence = calls.subList(alone, calls.size());
    long gas = TRANSACTION + FURTHER_CALL * (calls.size() - 1);
    gas += each(from, calls.subList(0, alone));
    return gas + (sequence.isEmpty() ? 0 : inSequence(from, sequence));
  }

  private long inSequence(Address from, List<Call> calls) {
    try {
      return simulated(from, calls);
    } catch (RpcErrorException refused) {
      if (refused.code() != NO_SUCH_METHOD) {
        throw refused;
      }
      return each(from, calls);
    }
  }

  private long simulated(Address from, List<Call> calls) {
    List<Map<String, Object>> requests =
        calls.stream().map(call -> GasRequest.callFrom(from, call)).collect(toList());
    Map<String, Object> blocks = Map.of("blockStateCalls", List.of(Map.of("calls", requests)));
    JsonValue block =
        rpc.request("eth_simulateV1", blocks, BlockTag.LATEST.parameter()).items().get(0);
    return block.get("calls").items().stream().mapToLong(CallByCallGas::execution).sum();
  }

  private static long execution(JsonValue result) {
    if (result.get("status").longQuantity() != 1) {
      throw new RevertedException(Revert.decode(result.get("returnData").bytes()));
    }
    return result.get("gasUsed").longQuantity() - TRANSACTION;
  }

  private long each(Address from, List<Call> calls) {
    return calls.stream().mapToLong(call -> alone(from, call) - TRANSACTION).sum();
  }

  private long alone(Address from, Call call) {
    return rpc.request("eth_estimateGas", GasRequest.callFrom(from, call)).longQuantity();
  }
}
