package org.sessionsettlement.escrow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/**
 * Draws steps. One in ten is left to chance. The others are tried on a copy of the model until one
 * does what is wanted: to succeed, mostly; to be in the first or last second of its window, or one
 * second off; to be refused by the token. What has not been done yet in this run is wanted more
 * than the rest. Some that would succeed are then moved by a second or given to somebody else.
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
    Optional<ModelStep> step =
        switch (chance.below(10)) {
          case 0 -> Optional.empty();
          case 1, 2, 3 -> atAnEdge(state, last);
          case 4, 5 -> refusedByTheToken(state, last);
          default -> succeeding(state, last);
        };
    return step.orElseGet(() -> draw(any(state), state, last));
  }

  private Optional<ModelStep> atAnEdge(ModelState state, long last) {
    return Stream.generate(this::edge)
        .limit(FUNCTIONS_TRIED)
        .flatMap(edge -> atEdge(edge, state, last).stream())
        .findFirst();
  }

  /** A step that is just in time, or the same one a second off: that one first. */
  private Optional<ModelStep> atEdge(ModelEdge edge, ModelState state, long last) {
    Optional<ModelStep> inTime =
        Stream.generate(() -> drawAtMoment(edge.function(), state, last))
            .limit(TRIES)
            .filter(step -> isAt(edge, step, state, last))
            .findFirst();
    return tally.edgesNeverRefused().contains(edge) || chance.oneIn(2)
        ? inTime.flatMap(step -> refusedNeighbour(step, state, last))
        : inTime;
  }

  private ModelEdge edge() {
    List<ModelEdge> missing = tally.edgesNeverRefused();
    return chance.pick(missing.isEmpty() ? ModelEdge.ALL : missing);
  }

  private boolean isAt(ModelEdge edge, ModelStep step, ModelState state, long last) {
    return isAccepted(step, state)
        && refusedNeighbour(step, state, last)
            .flatMap(neighbour -> neighbour.refusalIn(state))
            .filter(edge.reason()::equals)
            .isPresent();
  }

  private Optional<ModelStep> refusedNeighbour(ModelStep step, ModelState state, long last) {
    return Stream.of(step.atSecond(step.at() - 1), step.atSecond(step.at() + 1))
        .filter(neighbour -> neighbour.at() > last && !isAccepted(neighbour, state))
        .findFirst();
  }

  private interface Goal {
    boolean isMetBy(ModelStep step, ModelState state);
  }

  /** One that succeeds where the token refuses nobody. */
  private Optional<ModelStep> refusedByTheToken(ModelState state, long last) {
    return state.token.refusesSomebody()
        ? search(this::movingTokens, state, last, this::isRefusedByTheToken)
        : succeeding(state, last);
  }

  private Optional<ModelStep> succeeding(ModelState state, long last) {
    return search(() -> wanted(state), state, last, this::isAccepted)
        .map(step -> varied(step, last));
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
    return at(ModelTimes.draw(chance, function, state, last), function, state);
  }

  private ModelStep drawAtMoment(String function, ModelState state, long last) {
    return at(ModelTimes.atMoment(chance, function, state, last), function, state);
  }

  private ModelStep at(long second, String function, ModelState state) {
    ModelAction action = actions.draw(function, state, second);
    Secp256k1Account from = action.reservedFor().orElseGet(chance::actor);
    return new ModelStep(function, action, from, second);
  }
}
