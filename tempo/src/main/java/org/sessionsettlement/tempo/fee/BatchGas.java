package org.sessionsettlement.tempo.fee;

import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.policy.PolicyRegistry;
import org.sessionsettlement.tempo.rpc.CallObject;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;

/**
 * Estimates the gas of batches. Nodes that honour {@code calls} in eth_estimateGas are asked once
 * for the whole batch. Others (Anvil) estimate one call, ignore the rest and do not say so: there
 * the calls are run one after the other and added up. Which kind a node is, is found out at the
 * first estimate, by a batch whose second call reverts, and remembered. Safe for several threads.
 *
 * <p>An estimate is of a transaction that pays no fee yet. What the fee, or an earlier call of the
 * batch, has touched already is cheaper in the end; on Anvil T3:
 *
 * <pre>
 *                                                     expected       used
 * transfer, not of the fee token                        52,546     52,546
 * transfer of the fee token                             50,546     35,746
 * the same, first transaction of the account           300,546    285,746
 * the same, expiring nonce                              65,546     48,746
 * the same, first use of a nonce key                   302,546    285,746
 * approve and transferFrom, first transaction          565,166    543,566
 * four transfers, three to new accounts, first       1,148,849  1,070,849
 * create a token, grant, mint, first transaction     3,092,978  3,087,478
 * create a contract and transfer                       556,225    539,425
 * </pre>
 */
public final class BatchGas {
  private static final Bytes NO_SUCH_FUNCTION = Bytes.fromHex("0xffffffff");
  private static final long INVALID_PARAMS = -32_602;

  private final TempoRpc rpc;
  private final CallByCallGas callByCall;
  private volatile Optional<Boolean> honoursCalls = Optional.empty();

  /** Asks this node. */
  public BatchGas(TempoRpc rpc) {
    this.rpc = rpc;
    this.callByCall = new CallByCallGas(rpc);
  }

  /**
   * What a batch would use if it were mined now.
   *
   * @param extras for its nonce and signature
   * @throws RevertedException when the batch would revert
   * @throws RpcException when the node did not say
   */
  public GasEstimate estimate(Address from, List<Call> calls, GasExtras extras) {
    long gas = honoursCalls(from) ? whole(from, calls) : callByCall.estimate(from, calls);
    return new GasEstimate(gas + extras.gas());
  }

  private boolean honoursCalls(Address from) {
    boolean honours = honoursCalls.orElseGet(() -> seesSecondCall(from));
    honoursCalls = Optional.of(honours);
    return honours;
  }

  private boolean seesSecondCall(Address from) {
    Call harmless = Call.to(Tip20.PATH_USD, AbiWords.call("decimals()"));
    Call reverting = Call.to(PolicyRegistry.ADDRESS, NO_SUCH_FUNCTION);
    try {
      whole(from, List.of(harmless, reverting));
      return false;
    } catch (RevertedException seen) {
      return true;
    } catch (RpcErrorException refused) {
      if (refused.code() != INVALID_PARAMS) {
        throw refused;
      }
      return false;
    }
  }

  private long whole(Address from, List<Call> calls) {
    Map<String, Object> batch = new LinkedHashMap<>();
    batch.put("from", from.toString());
    batch.put("nonce", GasRequest.NOT_THE_FIRST);
    batch.put("calls", calls.stream().map(CallObject::of).collect(toList()));
    return rpc.request("eth_estimateGas", batch).longQuantity();
  }
}
