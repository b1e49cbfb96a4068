package org.sessionsettlement.escrow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How often each function succeeded and was refused, and why. */
final class ModelTally {
  private static final String DONE = "(done)";
  private final Set<String> wanted;
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  /** With what should be done at least once. */
  ModelTally(Set<String> wanted) {
    this.wanted = wanted;
  }

  void count(String function, Optional<String> refusal) {
    add(function, refusal.orElse(DONE), 1);
  }

  void add(ModelTally other) {
    other.counts.forEach(
        (function, outcomes) ->
            outcomes.forEach((outcome, times) -> add(function, outcome, times)));
  }

  private void add(String function, String outcome, int times) {
    counts.computeIfAbsent(function, name -> new TreeMap<>()).merge(outcome, times, Integer::sum);
  }

  List<String> neverDone() {
    return wanted.stream()
        .filter(function -> !counts.getOrDefault(function, Map.of()).containsKey(DONE))
        .toList();
  }

  List<ModelEdge> edgesNeverRefused() {
    return ModelEdge.ALL.stream()
        .filter(edge -> !counts.getOrDefault(edge.function(), Map.of()).containsKey(edge.reason()))
        .toList();
  }

  /** How many functions were refused for this reason. */
  long refusedFor(String reason) {
    return counts.values().stream().filter(outcomes -> outcomes.containsKey(reason)).count();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (function, outcomes) -> text.append(String.format("%n  %-26s %s", function, outcomes)));
    return text.toString();
  }
}
