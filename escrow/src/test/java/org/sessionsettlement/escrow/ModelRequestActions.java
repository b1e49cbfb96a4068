package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.Map;
import org.sessionsettlement.escrow.ModelAction.Draw;
import org.sessionsettlement.tempo.Address;

/** Draws what is done with offers. */
final class ModelRequestActions {
  private final ModelChance chance;
  private final EscrowCalls calls;

  ModelRequestActions(ModelChance chance, EscrowCalls calls) {
    this.chance = chance;
    this.calls = calls;
  }

  Map<String, Draw> all() {
    return Map.of(
        "createRequest", (s, at) -> create(at),
        "cancelRequest", (s, at) -> cancel(chance.id(s.requests.size())),
        "acceptRequest", this::accept);
  }

  private ModelAction create(long at) {
    Address target = chance.oneIn(2) ? Address.ZERO : chance.anyoneOrZero();
    long from = at + chance.lead();
    long until = from + chance.below(240) - 5;
    long expiry = chance.oneIn(3) ? until + chance.below(3) - 1 : at + chance.below(200);
    int duration = chance.durationMins();
    BigInteger amount = chance.amount();
    return ModelAction.of(
        calls.createRequest(target, from, until, duration, amount, expiry),
        (m, tx) ->
            ModelRequests.createRequest(m, tx, target, from, until, duration, amount, expiry),
        target,
        from,
        until,
        duration,
        amount,
        expiry);
  }

  private ModelAction cancel(long id) {
    return ModelAction.of(
        calls.cancelRequest(id), (m, tx) -> ModelRequests.cancelRequest(m, tx, id), id);
  }

  /** Near the ends of the offered window, mostly. */
  private ModelAction accept(ModelState s, long at) {
    long id = chance.id(s.requests.size());
    SessionRequest request = s.request(id);
    long edge = chance.oneIn(2) ? request.windowStart() : request.windowEnd();
    long start = Math.max(0, chance.oneIn(4) ? at + chance.lead() : edge + chance.below(3) - 1);
    int grace = chance.graceMins();
    int overlap = chance.overlapMins(Math.max(1, request.durationMins()));
    int cutoff = chance.cutoffMins();
    return ModelAction.of(
        calls.acceptRequest(id, start, grace, overlap, cutoff),
        (m, tx) -> ModelRequests.acceptRequest(m, tx, id, start, grace, overlap, cutoff),
        id,
        start,
        grace,
        overlap,
        cutoff);
  }
}
