package org.sessionsettlement.cli.chaos;

/** What is done to the installation. Each has an end, at which all is mended again. */
sealed interface Fault {
  /** By {@code kill -9}, and started again at the end. */
  record NodeKilled(int node) implements Fault {}

  /** Asked to stop, and started again at the end. */
  record NodeStopped(int node) implements Fault {}

  /** Does nothing for a while, and then goes on as if no time had passed. */
  record NodeFrozen(int node) implements Fault {}

  record AllNodesKilled() implements Fault {}

  /**
   * PostgreSQL ends, and is started again.
   *
   * @param killed by {@code kill -9}; else in an orderly way, which cuts all connections as well
   */
  record DatabaseStopped(boolean killed) implements Fault {}

  record RpcTroubled(int node, RpcTrouble trouble) implements Fault {}

  record RpcTroubledForAll(RpcTrouble trouble) implements Fault {}

  /** The last blocks are replaced by empty ones, and what they held is gone. */
  record ChainReorganised(int blocks) implements Fault {}

  /**
   * Stopped, and started again from its stored state.
   *
   * @param killed by {@code kill -9}: blocks of the last second or so are lost
   */
  record ChainStopped(boolean killed) implements Fault {}

  /**
   * The two clocks part.
   *
   * @param seconds that the chain is ahead of the service's clock; negative where it is behind
   */
  record ChainSkewed(long seconds) implements Fault {}
}
