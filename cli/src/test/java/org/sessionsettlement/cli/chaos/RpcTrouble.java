package org.sessionsettlement.cli.chaos;

/** How a node's line to its chain goes wrong; half of what is asked is spared. */
enum RpcTrouble {
  /** The answer takes its time. */
  DELAYS,
  /** Nothing arrives, nothing comes back. */
  DROPS_REQUESTS,
  /** It arrives and is done, but the answer is lost. */
  DROPS_ANSWERS,
  /** It arrives twice. */
  DUPLICATES,
  /** 429, with a Retry-After. */
  IS_BUSY,
  /** 500, with a page instead of JSON. */
  FAILS,
  /** What is asked of the newest block is answered as of some blocks before. */
  IS_STALE
}
