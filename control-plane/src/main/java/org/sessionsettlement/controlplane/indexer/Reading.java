package org.sessionsettlement.controlplane.indexer;

import java.util.List;

/** What a look at the chain gave. */
sealed interface Reading {
  /**
   * A range of blocks, all of one chain.
   *
   * @param head the trusted head that it was read under
   */
  record Range(BlockRef last, List<IndexedEvent> events, BlockRef head) implements Reading {}

  /** The mirror is at the trusted head, or the node is behind the mirror. */
  record NothingNew() implements Reading {}

  /** Another block is where the mirror's last one was. */
  record Reorganised() implements Reading {}

  /** The node refuses so much at a time; less will be asked for. */
  record TooLarge() implements Reading {}

  /** The answers do not belong together: nodes differ, or the chain changed meanwhile. */
  record Incoherent() implements Reading {}
}
