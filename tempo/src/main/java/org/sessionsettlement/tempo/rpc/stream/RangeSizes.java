package org.sessionsettlement.tempo.rpc.stream;

/**
 * How many blocks one eth_getLogs covers.
 *
 * @param first to begin with
 * @param max at most, however willing the node
 */
public record RangeSizes(long first, long max) {
  /** 2,000 to begin with, 10,000 at most. */
  public static final RangeSizes DEFAULT = new RangeSizes(2_000, 10_000);

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException unless 1 is at most first, and first at most max
   */
  public RangeSizes {
    if (first < 1 || first > max) {
      throw new IllegalArgumentException("1 <= first <= max");
    }
  }

  /** After an answer. */
  long grown(long size) {
    return Math.min(max, size + Math.max(1, size / 4));
  }

  /** After a refusal of more than one block. */
  static long shrunk(long size) {
    return size / 2;
  }
}
