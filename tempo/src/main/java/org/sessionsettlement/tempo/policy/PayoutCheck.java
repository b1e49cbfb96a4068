package org.sessionsettlement.tempo.policy;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.revert.PrecompileError;
import org.sessionsettlement.tempo.revert.Revert;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.CallObject;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.RpcOutcome;
import org.sessionsettlement.tempo.rpc.RpcRequest;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;

/**
 * Asks before a payout whether it would arrive. A transfer that a receive policy diverts (TIP-1028)
 * still returns true: nobody but this question tells. The answer is about the block that it was
 * asked of; a policy may change before the payout is mined.
 */
public final class PayoutCheck {
  private final TempoRpc rpc;

  /** Asks this node. */
  public PayoutCheck(TempoRpc rpc) {
    this.rpc = rpc;
  }

  /**
   * One payout.
   *
   * @throws RpcException when the node did not say
   */
  public PayoutAnswer check(Payout payout, BlockTag tag) {
    return checkAll(List.of(payout), tag).get(0);
  }

  /**
   * Any number of payouts, each as if it were the only one; answers in their order. Two questions a
   * payout, all in one JSON-RPC batch; virtual receivers (TIP-1022) cost one batch more.
   *
   * @throws RpcException when the node did not say
   */
  public List<PayoutAnswer> checkAll(List<Payout> payouts, BlockTag tag) {
    List<RpcOutcome<JsonValue>> transfers =
        rpc.batch(payouts.stream().map(payout -> transfer(payout, tag)).collect(toList()));
    List<RpcOutcome<ReceiveAnswer>> policies =
        rpc.callAll(payouts.stream().map(toReads(payouts, tag)).collect(toList()), tag);
    List<PayoutAnswer> answers = new ArrayList<>(payouts.size());
    for (int i = 0; i < payouts.size(); i++) {
      answers.add(answer(transfers.get(i), policies.get(i)));
    }
    return answers;
  }

  /** The registry looks at the address as it is: a virtual one would pass with no policy at all. */
  private Function<Payout, ContractRead<ReceiveAnswer>> toReads(
      List<Payout> payouts, BlockTag tag) {
    List<Address> virtual =
        payouts.stream()
            .map(Payout::receiver)
            .filter(VirtualAddress::isVirtual)
            .distinct()
            .collect(toList());
    Map<Address, Address> masters = new HashMap<>();
    List<RpcOutcome<Address>> resolved =
        rpc.callAll(virtual.stream().map(VirtualAddress::resolve).collect(toList()), tag);
    for (int i = 0; i < virtual.size(); i++) {
      masters.put(virtual.get(i), masterOrItself(resolved.get(i), virtual.get(i)));
    }
    return payout ->
        PolicyRegistry.validateReceivePolicy(
            payout.token(),
            payout.sender(),
            masters.getOrDefault(payout.receiver(), payout.receiver()));
  }

  /** Where nobody is the master the transfer itself reverts, and says so. */
  private static Address masterOrItself(RpcOutcome<Address> resolved, Address virtual) {
    boolean reverted =
        resolved instanceof RpcOutcome.Failed<Address> failed
            && failed.error() instanceof RevertedException;
    return reverted ? virtual : resolved.orThrow();
  }

  private static RpcRequest transfer(Payout payout, BlockTag tag) {
    Call transfer = new Tip20(payout.token()).transfer(payout.receiver(), payout.amount());
    return RpcRequest.of("eth_call", CallObject.from(payout.sender(), transfer), tag.parameter());
  }

  static PayoutAnswer answer(RpcOutcome<JsonValue> transfer, RpcOutcome<ReceiveAnswer> policy) {
    Optional<Revert> refusal = revertOf(transfer);
    if (refusal.isPresent()) {
      return new PayoutAnswer.Refused(refusal.get());
    }
    transfer.orThrow();
    if (revertOf(policy).filter(PayoutCheck::isUnknownFunction).isPresent()) {
      return new PayoutAnswer.NotSupportedHere();
    }
    ReceiveAnswer answer = policy.orThrow();
    return answer.isAuthorized()
        ? new PayoutAnswer.Allowed()
        : new PayoutAnswer.Diverted(DiversionReason.of(answer.blockedReason()), PayoutAnswer.GUARD);
  }

  private static Optional<Revert> revertOf(RpcOutcome<?> outcome) {
    return outcome instanceof RpcOutcome.Failed<?> failed
            && failed.error() instanceof RevertedException reverted
        ? Optional.of(reverted.revert())
        : Optional.empty();
  }

  private static boolean isUnknownFunction(Revert revert) {
    return revert instanceof Revert.Precompile precompile
        && precompile.error() == PrecompileError.UNKNOWN_FUNCTION_SELECTOR;
  }
}
