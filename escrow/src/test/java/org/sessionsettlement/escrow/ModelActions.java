package org.sessionsettlement.escrow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessionsettlement.escrow.ModelAction.Draw;

/** Everything that can be done, by name, and how often each is. */
final class ModelActions {
  /** Native money, which is always refused. */
  private static final String RECEIVE = "receive";

  /** What makes a session, more often than the rest. */
  private static final List<String> SESSION =
      List.of(
          "setHostBasePrice",
          "createSlot",
          "createSlot",
          "book",
          "book",
          "book",
          "createRequest",
          "acceptRequest",
          "acceptRequest",
          "attest",
          "attest",
          "attest",
          "attest",
          "challenge",
          "challenge",
          "challenge",
          "resolveDispute",
          "finalizeDisputeByTimeout",
          "finalize",
          "finalize",
          "claimIfUnattested",
          "withdrawOwed");

  private static final List<String> REST =
      List.of(
          "cancelSlot",
          "cancelBookingAsGuest",
          "cancelBookingAsGuest",
          "cancelBookingAsHost",
          "cancelRequest",
          "withdrawOwed(to)",
          "sweepTokenExcess",
          "sweepNative",
          RECEIVE,
          "setOracle",
          "setTreasury",
          "setFeeBps",
          "setLateCancelPenaltyBps",
          "setChallengeBond",
          "setChallengeWindow",
          "setNoAttestBuffer",
          "setDisputeTimeout",
          "transferOwnership",
          "acceptOwnership",
          "token.approve",
          "token.transfer",
          "token.pause",
          "token.restrict");

  /** What a paused token, or one that forbids somebody, can refuse. */
  static final List<String> MOVING_TOKENS =
      List.of(
          "book",
          "createRequest",
          "challenge",
          "withdrawOwed",
          "withdrawOwed(to)",
          "sweepTokenExcess");

  private final Map<String, Draw> draws = new TreeMap<>();

  ModelActions(ModelChance chance, ModelDeployment deployment) {
    EscrowCalls calls = new EscrowCalls(deployment.escrow());
    draws.putAll(new ModelSlotActions(chance, calls).all());
    draws.putAll(new ModelRequestActions(chance, calls).all());
    draws.putAll(new ModelOutcomeActions(chance, calls).all());
    draws.putAll(new ModelPayoutActions(chance, calls).all());
    draws.putAll(new ModelConfigurationActions(chance, calls).all());
    draws.putAll(new ModelTokenActions(chance, deployment).all());
  }

  /** All that can succeed. */
  static Set<String> names() {
    return Stream.of(SESSION, REST, List.of("token.unpause", "token.allow"))
        .flatMap(List::stream)
        .filter(name -> !name.equals(RECEIVE))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  ModelAction draw(String name, ModelState state, long at) {
    return Objects.requireNonNull(draws.get(name), name).of(state, at);
  }

  static String any(ModelChance chance) {
    return chance.pick(chance.oneIn(5) ? REST : SESSION);
  }
}
