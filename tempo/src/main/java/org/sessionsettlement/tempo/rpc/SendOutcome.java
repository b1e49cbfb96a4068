package org.sessionsettlement.tempo.rpc;

import java.time.Duration;
import org.sessionsettlement.tempo.Hash32;

/** What became of a transaction with a validity window. */
public sealed interface SendOutcome {
  /** It was mined, successfully or reverted. */
  record Mined(Receipt receipt) implements SendOutcome {}

  /**
   * It was not mined and never will be: send another.
   *
   * @param block a trusted block of its valid_before or later, by which it was not mined
   */
  record Expired(Hash32 hash, Block block) implements SendOutcome {}

  /** Neither is known yet; it may still be mined, so that another may not be sent in its place. */
  record Open(Hash32 hash, Duration waited) implements SendOutcome {}
}
