package org.sessionsettlement.cli.demo;

/**
 * One stay of a party in its session, in seconds from the slot's start; negative is before it.
 *
 * @param ending how the stay ends
 */
public record Visit(long fromSeconds, long untilSeconds, Ending ending) {

  /** How a stay ends. */
  public enum Ending {
    /** The client says that it leaves. */
    LEAVES,
    /** The client is gone without a word; it is killed. */
    CRASHES
  }

  public Visit {
    if (untilSeconds <= fromSeconds) {
      throw new IllegalArgumentException("a visit must last");
    }
  }

  public static Visit of(long fromSeconds, long untilSeconds) {
    return new Visit(fromSeconds, untilSeconds, Ending.LEAVES);
  }

  public static Visit crashing(long fromSeconds, long untilSeconds) {
    return new Visit(fromSeconds, untilSeconds, Ending.CRASHES);
  }
}
