package org.sessionsettlement.tempo.rpc.stream;

import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.Log;

/**
 * What a stream tells its listener. Each head follows its parent; a head's logs follow it in their
 * order, each once.
 */
public sealed interface ChainEvent {
  /** The next block of the chain. */
  record Head(Block block) implements ChainEvent {}

  /** A log of the head told last. */
  record LogAdded(Log log) implements ChainEvent {}

  /** A log told before is no longer part of the chain; the newest is taken back first. */
  record LogRemoved(Log log) implements ChainEvent {}

  /**
   * The chain goes on from this block, told before; every block above it is gone, and its logs have
   * been taken back. With Tempo's finality this does not happen to finalized blocks.
   */
  record ReorgedTo(Block ancestor) implements ChainEvent {}

  /** Nothing comes for a while, and nothing is lost: we connect again. */
  record Interrupted(String why) implements ChainEvent {}

  /** We are connected again; what was missed comes now. */
  record Resumed() implements ChainEvent {}

  /** The last event: we gave up, or cannot say which blocks are gone. Start a new stream. */
  record Ended(String why) implements ChainEvent {}
}
