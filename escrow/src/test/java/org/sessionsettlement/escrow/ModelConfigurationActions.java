package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.Map;
import org.sessionsettlement.escrow.ModelAction.Draw;
import org.sessionsettlement.tempo.Address;

/** Draws what the owner sets. */
final class ModelConfigurationActions {
  private final ModelChance chance;
  private final EscrowCalls calls;

  ModelConfigurationActions(ModelChance chance, EscrowCalls calls) {
    this.chance = chance;
    this.calls = calls;
  }

  Map<String, Draw> all() {
    return Map.of(
        "setOracle", (s, at) -> setOracle(chance.anyoneOrZero()),
        "setTreasury", (s, at) -> setTreasury(chance.anyoneOrZero()),
        "transferOwnership", (s, at) -> transferOwnership(chance.anyoneOrZero()),
        "acceptOwnership", (s, at) -> acceptOwnership(),
        "setFeeBps", (s, at) -> setFee(chance.setting(2_000, 3_000)),
        "setLateCancelPenaltyBps", (s, at) -> setPenalty(chance.setting(10_000, 10_001)),
        "setChallengeBond", (s, at) -> setBond(chance.amount()),
        "setChallengeWindow", (s, at) -> setWindow(chance.setting(2_592_000, 900)),
        "setNoAttestBuffer", (s, at) -> setBuffer(chance.setting(2_592_000, 900)),
        "setDisputeTimeout", (s, at) -> setTimeout(chance.setting(15_552_000, 900)));
  }

  private ModelAction setOracle(Address who) {
    return ModelAction.of(
        calls.setOracle(who), (m, tx) -> ModelConfiguration.setOracle(m, tx, who), who);
  }

  private ModelAction setTreasury(Address who) {
    return ModelAction.of(
        calls.setTreasury(who), (m, tx) -> ModelConfiguration.setTreasury(m, tx, who), who);
  }

  private ModelAction transferOwnership(Address who) {
    return ModelAction.of(
        calls.transferOwnership(who),
        (m, tx) -> ModelConfiguration.transferOwnership(m, tx, who),
        who);
  }

  private ModelAction acceptOwnership() {
    return ModelAction.of(calls.acceptOwnership(), ModelConfiguration::acceptOwnership);
  }

  private ModelAction setFee(int bps) {
    return ModelAction.of(
        calls.setFeeBps(bps), (m, tx) -> ModelConfiguration.setFeeBps(m, tx, bps), bps);
  }

  private ModelAction setPenalty(int bps) {
    return ModelAction.of(
        calls.setLateCancelPenaltyBps(bps),
        (m, tx) -> ModelConfiguration.setLateCancelPenaltyBps(m, tx, bps),
        bps);
  }

  private ModelAction setBond(BigInteger bond) {
    return ModelAction.of(
        calls.setChallengeBond(bond),
        (m, tx) -> ModelConfiguration.setChallengeBond(m, tx, bond),
        bond);
  }

  private ModelAction setWindow(int seconds) {
    return ModelAction.of(
        calls.setChallengeWindow(seconds),
        (m, tx) -> ModelConfiguration.setChallengeWindow(m, tx, seconds),
        seconds);
  }

  private ModelAction setBuffer(int seconds) {
    return ModelAction.of(
        calls.setNoAttestBuffer(seconds),
        (m, tx) -> ModelConfiguration.setNoAttestBuffer(m, tx, seconds),
        seconds);
  }

  private ModelAction setTimeout(int seconds) {
    return ModelAction.of(
        calls.setDisputeTimeout(seconds),
        (m, tx) -> ModelConfiguration.setDisputeTimeout(m, tx, seconds),
        seconds);
  }
}
