package org.sessionsettlement.controlplane.oracle;

import java.util.OptionalLong;

/**
 * A transaction of ours, from the decision to its end.
 *
 * @param attempts how often a step failed
 * @param alone whether it must have a transaction of its own: it was in a batch that failed
 * @param createdMs when it was decided to submit it
 * @param sentMs when it was last sent
 * @param closedMs when it was over
 */
public record Submission(
    long id,
    Intent intent,
    Stage stage,
    int attempts,
    boolean alone,
    long createdMs,
    OptionalLong sentMs,
    OptionalLong closedMs) {
  /** What it does to which booking, for logs. */
  String name() {
    return intent.getClass().getSimpleName() + " " + intent.booking();
  }

  public boolean isOver() {
    return stage instanceof Stage.Over;
  }
}
