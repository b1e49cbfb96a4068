package org.sessionsettlement.cli.demo;

/**
 * Where a party is in its script: a value. {@link #actAt} tells what to do now and the attendance
 * after it.
 *
 * @param script what to do
 * @param next index of the visit that is running or comes next
 * @param connected whether the client is in the session
 */
record Attendance(Script script, int next, boolean connected) {

  /** What a client does at one instant. */
  enum Action {
    NOTHING,
    JOIN,
    BEAT,
    LEAVE,
    CRASH
  }

  /** What to do, and what is true once it is done. */
  record Turn(Action action, Attendance after) {}

  static Attendance begin(Script script) {
    return new Attendance(script, 0, false);
  }

  boolean isOver() {
    return next >= script.visits().size();
  }

  /**
   * What the script wants now.
   *
   * @param offsetSeconds the chain's time, from the slot's start
   */
  Turn actAt(long offsetSeconds) {
    if (isOver()) {
      return new Turn(Action.NOTHING, this);
    }
    Visit visit = script.visits().get(next);
    if (offsetSeconds >= visit.untilSeconds()) {
      return end(visit);
    }
    if (offsetSeconds < visit.fromSeconds()) {
      return new Turn(Action.NOTHING, this);
    }
    return connected
        ? new Turn(Action.BEAT, this)
        : new Turn(Action.JOIN, new Attendance(script, next, true));
  }

  private Turn end(Visit visit) {
    Attendance after = new Attendance(script, next + 1, false);
    if (!connected) {
      return new Turn(Action.NOTHING, after);
    }
    return new Turn(visit.ending() == Visit.Ending.CRASHES ? Action.CRASH : Action.LEAVE, after);
  }
}
