package org.sessionsettlement.escrow;

import java.util.Arrays;
import java.util.Optional;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/**
 * What a step does, before it is said who does it and when.
 *
 * @param arguments for whoever reads a failure
 * @param reservedFor who alone may do it; empty: anybody may try
 */
record ModelAction(
    Call call, Effect effect, String arguments, Optional<Secp256k1Account> reservedFor) {
  /** What it does to the model, or a {@link ModelRefusal}. */
  interface Effect {
    void on(ModelState state, ModelState.Tx tx);
  }

  /** Draws an action with its arguments, for a block of the second {@code at}. */
  interface Draw {
    ModelAction of(ModelState state, long at);
  }

  static ModelAction of(Call call, Effect effect, Object... arguments) {
    return new ModelAction(call, effect, Arrays.toString(arguments), Optional.empty());
  }

  ModelAction reservedFor(Secp256k1Account account) {
    return new ModelAction(call, effect, arguments, Optional.of(account));
  }
}
