package org.sessionsettlement.escrow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/**
 * Draws steps. One in four is left to chance. The others are tried on a copy of the model until one
 * does what is wanted: mostly to succeed, at times to be refused by the token; and what has not
 * been done yet in this run is wanted more than the rest. Some of those are then moved by a second
 * or given to somebody else.
 */
final class ModelGenerator {
  private static final int TRIES = 150;
  private static final int FUNCTIONS_TRIED = 5;
  private static final Set<String> TOKENS_REFUSALS = Set.of("ContractPaused", "PolicyForbids");

  private final ModelChance chance;
  private final ModelActions actions;
  private final ModelTally tally;

  ModelGenerator(ModelChance chance, ModelActions actions, ModelTally tally) {
    this.chance = chance;
    this.actions = actions;
    this.tally = tally;
  }

  ModelStep next(ModelState state, long last) {
    Optional<ModelStep> step = Optional.empty();
    if (!chance.oneIn(4)) {
      step =
          state.token.refusesSomebody() && chance.oneIn(3)
              ? search(this::movingTokens, state, last, this::isRefusedByTheToken)
              : search(() -> wanted(state), state, last, this::isAccepted)
                  .map(accepted -> varied(accepted, last));
    }
    return step.orElseGet(() -> draw(any(state), state, last));
  }

  private interface Goal {
    boolean isMetBy(ModelStep step, ModelState state);
  }

  private Optional<ModelStep> search(
      Supplier<String> functions, ModelState state, long last, Goal goal) {
    return Stream.generate(functions)
        .limit(FUNCTIONS_TRIED)
        .flatMap(function -> Stream.generate(() -> draw(function, state, last)).limit(TRIES))
        .filter(step -> goal.isMetBy(step, state))
        .findFirst();
  }

  private boolean isAccepted(ModelStep step, ModelState state) {
    return step.refusalIn(state).isEmpty();
  }

  private boolean isRefusedByTheToken(ModelStep step, ModelState state) {
    return step.refusalIn(state).filter(TOKENS_REFUSALS::contains).isPresent();
  }

  private String movingTokens() {
    return chance.pick(ModelActions.MOVING_TOKENS);
  }

  private String wanted(ModelState state) {
    List<String> missing = tally.neverDone();
    return missing.isEmpty() || !chance.oneIn(4) ? any(state) : chance.pick(missing);
  }

  /** A token that refuses does not do so for long. */
  private String any(ModelState state) {
    if (state.token.paused && chance.oneIn(6)) {
      return "token.unpause";
    }
    if (!state.token.restricted.isEmpty() && chance.oneIn(6)) {
      return "token.allow";
    }
    return ModelActions.any(chance);
  }

  private ModelStep varied(ModelStep step, long last) {
    return switch (chance.below(10)) {
      case 0 -> step.action().reservedFor().isPresent() ? step : step.by(chance.actor());
      case 1 -> step.atSecond(Math.max(last + 1, step.at() - 1));
      case 2 -> step.atSecond(step.at() + 1);
      default -> step;
    };
  }

  private ModelStep draw(String function, ModelState state, long last) {
    long at = ModelTimes.draw(chance, function, state, last);
    ModelAction action = actions.draw(function, state, at);
    Secp256k1Account from = action.reservedFor().orElseGet(chance::actor);
    return new ModelStep(function, action, from, at);
  }
}
