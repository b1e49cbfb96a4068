package org.sessionsettlement.escrow;

import java.util.List;
import java.util.Optional;
import org.sessionsettlement.escrow.ModelState.Tx;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/**
 * One operation, for the chain and for the model.
 *
 * @param at the second of its block
 */
record ModelStep(String function, ModelAction action, Secp256k1Account from, long at) {
  /** Events, or the reason of a refusal. */
  record Expected(List<EscrowEvent> events, Optional<String> refusal) {}

  Call call() {
    return action.call();
  }

  /** Changes the model. */
  Expected applyTo(ModelState state) {
    state.events.clear();
    try {
      action.effect().on(state, new Tx(from.address(), at));
      return new Expected(List.copyOf(state.events), Optional.empty());
    } catch (ModelRefusal refused) {
      return new Expected(List.of(), Optional.of(refused.reason()));
    }
  }

  /** Leaves the model as it is. */
  Optional<String> refusalIn(ModelState state) {
    return applyTo(state.copy()).refusal();
  }

  ModelStep by(Secp256k1Account other) {
    return new ModelStep(function, action, other, at);
  }

  ModelStep atSecond(long other) {
    return new ModelStep(function, action, from, other);
  }

  @Override
  public String toString() {
    return function + action.arguments() + " by " + from.address() + " at " + at;
  }
}
