package org.sessionsettlement.controlplane.indexer;

import org.sessionsettlement.tempo.Hash32;

/** A block, as far as the mirror cares. */
public record BlockRef(long number, Hash32 hash, Hash32 parentHash, long timestampSeconds) {
  boolean isParentOf(BlockRef next) {
    return hash.equals(next.parentHash());
  }
}
