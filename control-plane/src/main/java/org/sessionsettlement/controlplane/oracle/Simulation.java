package org.sessionsettlement.controlplane.oracle;

/** What a transaction would do if it were mined now. */
public sealed interface Simulation {
  record Passes() implements Simulation {}

  /**
   * The contract would revert.
   *
   * @param reason the contract's own string, or what is known of the revert
   */
  record Reverts(String reason) implements Simulation {}
}
