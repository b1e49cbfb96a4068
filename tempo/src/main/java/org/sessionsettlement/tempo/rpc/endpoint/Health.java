package org.sessionsettlement.tempo.rpc.endpoint;

/**
 * What is known of an endpoint.
 *
 * @param why in words, for whoever reads the error
 * @param atNanos when it was found out, by the pool's clock
 */
record Health(State state, Heads heads, String why, long atNanos) {
  /** In what state an endpoint can be. */
  enum State {
    UNKNOWN,
    UP,
    DOWN,
    WRONG_CHAIN
  }

  static final Health UNKNOWN = new Health(State.UNKNOWN, Heads.NONE, "not asked yet", 0);

  boolean isUp() {
    return state == State.UP;
  }

  boolean isExcluded() {
    return state == State.WRONG_CHAIN;
  }

  /** True when it should be looked at before it is used. */
  boolean isDue(long nowNanos, PoolPolicy policy) {
    return switch (state) {
      case UNKNOWN -> true;
      case UP -> nowNanos - atNanos >= policy.probeEvery().toNanos();
      case DOWN -> nowNanos - atNanos >= policy.probeDownEvery().toNanos();
      case WRONG_CHAIN -> false;
    };
  }

  /** An answer showed these heads; that is no look at all of them. */
  Health showing(Heads shown) {
    return new Health(state, heads.max(shown), why, atNanos);
  }

  /** The answer to a question for the newest block was an older one than before. */
  Health behind(Heads shown) {
    return new Health(state, shown, why, atNanos);
  }

  Health down(String reason, long nowNanos) {
    return isExcluded() ? this : new Health(State.DOWN, heads, reason, nowNanos);
  }

  /** Judges the answers of a probe. */
  static Health probed(long chainId, Heads heads, PoolPolicy policy, long nowNanos) {
    return chainId == policy.chainId()
        ? new Health(State.UP, heads, "works", nowNanos)
        : new Health(State.WRONG_CHAIN, Heads.NONE, "is of chain " + chainId, nowNanos);
  }
}
