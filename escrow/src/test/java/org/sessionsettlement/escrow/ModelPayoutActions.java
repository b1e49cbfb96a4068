package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.Map;
import org.sessionsettlement.escrow.ModelAction.Draw;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;

/** Draws what takes money out, and what must not put native money in. */
final class ModelPayoutActions {
  private final ModelChance chance;
  private final EscrowCalls calls;

  ModelPayoutActions(ModelChance chance, EscrowCalls calls) {
    this.chance = chance;
    this.calls = calls;
  }

  Map<String, Draw> all() {
    return Map.of(
        "withdrawOwed", (s, at) -> withdraw(),
        "withdrawOwed(to)",
            (s, at) -> withdrawTo(chance.oneIn(4) ? calls.escrow() : chance.anyoneOrZero()),
        "sweepTokenExcess", (s, at) -> sweepTokenExcess(),
        "sweepNative", (s, at) -> sweepNative(),
        "receive", (s, at) -> receive());
  }

  private ModelAction withdraw() {
    return ModelAction.of(
        calls.withdrawOwed(), (m, tx) -> ModelOutcomes.withdrawOwed(m, tx, tx.sender()));
  }

  private ModelAction withdrawTo(Address to) {
    return ModelAction.of(
        calls.withdrawOwed(to), (m, tx) -> ModelOutcomes.withdrawOwed(m, tx, to), to);
  }

  private ModelAction sweepTokenExcess() {
    return ModelAction.of(calls.sweepTokenExcess(), (m, tx) -> ModelOutcomes.sweepTokenExcess(m));
  }

  /** Nothing is ever forced in here. */
  private ModelAction sweepNative() {
    return ModelAction.of(
        calls.sweepNative(), (m, tx) -> m.events.add(new EscrowEvent.NativeSwept(BigInteger.ZERO)));
  }

  private ModelAction receive() {
    return ModelAction.of(
        Call.to(calls.escrow(), Bytes.EMPTY),
        (m, tx) -> ModelRefusal.unless(false, "NO_DIRECT_ETH"));
  }
}
