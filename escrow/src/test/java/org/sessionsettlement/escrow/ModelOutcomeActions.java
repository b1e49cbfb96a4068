package org.sessionsettlement.escrow;

import java.util.Map;
import java.util.function.LongFunction;
import org.sessionsettlement.escrow.ModelAction.Draw;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;

/** Draws what decides a booking, from the oracle's word to its settlement. */
final class ModelOutcomeActions {
  private final ModelChance chance;
  private final EscrowCalls calls;

  ModelOutcomeActions(ModelChance chance, EscrowCalls calls) {
    this.chance = chance;
    this.calls = calls;
  }

  Map<String, Draw> all() {
    return Map.of(
        "attest", onBooking(this::attest),
        "claimIfUnattested", onBooking(this::claim),
        "challenge", onBooking(this::challenge),
        "resolveDispute", onBooking(this::resolve),
        "finalizeDisputeByTimeout", onBooking(this::timeOut),
        "finalize", onBooking(this::settle));
  }

  private Draw onBooking(LongFunction<ModelAction> action) {
    return (s, at) -> action.apply(chance.id(s.bookings.size()));
  }

  private ModelAction attest(long id) {
    int code = chance.outcomeCode();
    Hash32 metrics = chance.hash();
    return ModelAction.of(
        unchecked(Abi.encode(EscrowFunctions.ATTEST, Abi.id(id), code, metrics.toArray())),
        (m, tx) -> ModelOutcomes.attest(m, tx, id, code, metrics),
        id,
        code);
  }

  private ModelAction claim(long id) {
    return ModelAction.of(
        calls.claimIfUnattested(id), (m, tx) -> ModelOutcomes.claimIfUnattested(m, tx, id), id);
  }

  private ModelAction challenge(long id) {
    return ModelAction.of(calls.challenge(id), (m, tx) -> ModelOutcomes.challenge(m, tx, id), id);
  }

  private ModelAction resolve(long id) {
    int code = chance.outcomeCode();
    return ModelAction.of(
        unchecked(Abi.encode(EscrowFunctions.RESOLVE_DISPUTE, Abi.id(id), code)),
        (m, tx) -> ModelOutcomes.resolveDispute(m, tx, id, code),
        id,
        code);
  }

  private ModelAction timeOut(long id) {
    return ModelAction.of(
        calls.finalizeDisputeByTimeout(id),
        (m, tx) -> ModelOutcomes.finalizeDisputeByTimeout(m, tx, id),
        id);
  }

  private ModelAction settle(long id) {
    return ModelAction.of(
        calls.finalizeBooking(id), (m, tx) -> ModelOutcomes.finalizeBooking(m, tx, id), id);
  }

  /** {@link EscrowCalls} cannot name an outcome outside the enum. */
  private Call unchecked(Bytes input) {
    return Call.to(calls.escrow(), input);
  }
}
