package org.sessionsettlement.rules;

/**
 * A stretch of time, {@code [fromMs, untilMs)}, in milliseconds since the epoch.
 *
 * <p>An interval whose ends are the same is empty: it holds no time and says nothing about when it
 * was.
 *
 * @param fromMs the first millisecond inside
 * @param untilMs the first millisecond no longer inside
 */
public record Interval(long fromMs, long untilMs) {

  /**
   * @throws IllegalArgumentException if the interval would end before it begins
   */
  public Interval {
    if (untilMs < fromMs) {
      throw new IllegalArgumentException(
          "an interval ends before it begins: [" + fromMs + ", " + untilMs + ")");
    }
  }

  /** How long it is, in milliseconds. */
  public long lengthMs() {
    return untilMs - fromMs;
  }

  /** Whether it holds no time at all. */
  public boolean isEmpty() {
    return fromMs == untilMs;
  }

  /** Whether that instant lies inside: the end does not. */
  public boolean contains(long instantMs) {
    return fromMs <= instantMs && instantMs < untilMs;
  }
}
