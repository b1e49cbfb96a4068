package org.sessionsettlement.cli.demo;

/**
 * One stay of a party in its session, in seconds from the slot's start; negative is before it.
 *
 * @param ending how the stay ends
 */
record Visit(long fromSeconds, long untilSeconds, Ending ending) {

  /** How a stay ends. */
  enum Ending {
    /** The client says that it leaves. */
    LEAVES,
    /** The client is gone without a word; it is killed. */
    CRASHES
  }

  Visit {
    if (untilSeconds <= fromSeconds) {
      throw new IllegalArgumentException("a visit must last");
    }
  }

  static Visit of(long fromSeconds, long untilSeconds) {
    return new Visit(fromSeconds, untilSeconds, Ending.LEAVES);
  }

  static Visit crashing(long fromSeconds, long untilSeconds) {
    return new Visit(fromSeconds, untilSeconds, Ending.CRASHES);
  }
}
