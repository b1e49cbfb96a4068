package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.escrow.ModelState.Tx;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/**
 * One operation, for the chain and for the model.
 *
 * @param shown with its arguments
 * @param at the second of its block
 */
record ModelStep(
    String function, String shown, Secp256k1Account from, long at, Call call, Effect effect) {
  /** What it does to the model, or a {@link ModelRefusal}. */
  interface Effect {
    void on(ModelState state, Tx tx);
  }

  /** Events, or the reason of a refusal. */
  record Expected(List<EscrowEvent> events, Optional<String> refusal) {}

  /** Changes the model. */
  Expected applyTo(ModelState state) {
    state.events.clear();
    try {
      effect.on(state, new Tx(from.address(), at));
      return new Expected(List.copyOf(state.events), Optional.empty());
    } catch (ModelRefusal refused) {
      return new Expected(List.of(), Optional.of(refused.reason()));
    }
  }

  boolean isAcceptedBy(ModelState state) {
    return applyTo(state.copy()).refusal().isEmpty();
  }

  ModelStep by(Secp256k1Account other) {
    return new ModelStep(function, shown, other, at, call, effect);
  }

  ModelStep atSecond(long other) {
    return new ModelStep(function, shown, from, other, call, effect);
  }

  @Override
  public String toString() {
    return shown + " by " + from.address() + " at " + BigInteger.valueOf(at);
  }
}
