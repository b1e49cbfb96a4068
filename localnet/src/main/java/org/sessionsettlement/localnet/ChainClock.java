package org.sessionsettlement.localnet;

/** A chain's time that can be moved forward. */
public interface ChainClock {
  /** The newest block's timestamp, unix seconds. */
  long nowSeconds();

  /** Mines a block at this time, or does nothing when the chain is there already. */
  void moveTo(long unixSeconds);
}
