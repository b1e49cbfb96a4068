package org.sessionsettlement.controlplane.indexer;

/**
 * How many blocks one look into the past covers: fewer after a refusal or when they hold very many
 * events, more after answers. For one thread at a time.
 */
final class RangeSize {
  static final long FIRST = 2_000;
  static final long MOST = 10_000;

  /** What a range may hold before the next is smaller: its rows are written in one transaction. */
  static final int MANY_EVENTS = 10_000;

  private long blocks = FIRST;

  long blocks() {
    return blocks;
  }

  void answered(int events) {
    blocks =
        events > MANY_EVENTS ? Math.max(1, blocks / 2) : Math.min(MOST, blocks + blocks / 4 + 1);
  }

  /**
   * After a range of so many blocks was refused, or not answered in time.
   *
   * @return false when it cannot be smaller
   */
  boolean refused(long span) {
    blocks = Math.max(1, span / 2);
    return span > 1;
  }
}
