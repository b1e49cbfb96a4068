package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.Map;
import org.sessionsettlement.escrow.ModelAction.Draw;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** Draws what happens to the token beside the escrow: allowances, gifts, pauses, a blacklist. */
final class ModelTokenActions {
  private final ModelChance chance;
  private final ModelDeployment deployment;
  private final Secp256k1Account admin;

  ModelTokenActions(ModelChance chance, ModelDeployment deployment) {
    this.chance = chance;
    this.deployment = deployment;
    this.admin = chance.actors().get(0);
  }

  Map<String, Draw> all() {
    return Map.of(
        "token.approve", (s, at) -> approve(),
        "token.transfer", (s, at) -> transfer(),
        "token.pause", (s, at) -> pause(),
        "token.unpause", (s, at) -> unpause(),
        "token.restrict", (s, at) -> restrict(chance.anyone()),
        "token.allow",
            (s, at) -> allow(s.token.restricted.stream().findFirst().orElseGet(chance::anyone)));
  }

  private ModelAction approve() {
    BigInteger allowance = BigInteger.valueOf(chance.below(1_000)).multiply(gift());
    return ModelAction.of(
        deployment.tip20().approve(deployment.escrow(), allowance),
        (m, tx) -> m.token.allowances.put(tx.sender(), allowance),
        allowance);
  }

  /** By mistake: nobody is owed it. */
  private ModelAction transfer() {
    BigInteger amount = gift();
    return ModelAction.of(
        deployment.tip20().transfer(deployment.escrow(), amount),
        (m, tx) -> m.token.transfer(tx.sender(), m.escrow, amount),
        amount);
  }

  private ModelAction pause() {
    return ModelAction.of(deployment.pause(), (m, tx) -> m.token.paused = true).reservedFor(admin);
  }

  private ModelAction unpause() {
    return ModelAction.of(deployment.unpause(), (m, tx) -> m.token.paused = false)
        .reservedFor(admin);
  }

  private ModelAction restrict(Address who) {
    return ModelAction.of(
            deployment.restrict(who, true), (m, tx) -> m.token.restricted.add(who), who)
        .reservedFor(admin);
  }

  private ModelAction allow(Address who) {
    return ModelAction.of(
            deployment.restrict(who, false), (m, tx) -> m.token.restricted.remove(who), who)
        .reservedFor(admin);
  }

  private BigInteger gift() {
    return BigInteger.valueOf(1L + chance.below(3_000_000));
  }
}
