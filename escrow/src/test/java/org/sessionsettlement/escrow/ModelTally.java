package org.sessionsettlement.escrow;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How often each function succeeded and was refused, and why. */
final class ModelTally {
  private static final String DONE = "(done)";
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  ModelTally() {
    ModelGenerator.functions().forEach(function -> counts.put(function, new TreeMap<>()));
  }

  void count(String function, Optional<String> refusal) {
    counts
        .computeIfAbsent(function, name -> new TreeMap<>())
        .merge(refusal.orElse(DONE), 1, Integer::sum);
  }

  long succeeded(String function) {
    return counts.getOrDefault(function, Map.of()).getOrDefault(DONE, 0);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (function, outcomes) -> text.append(String.format("%n  %-26s %s", function, outcomes)));
    return text.toString();
  }
}
