package org.sessionsettlement.controlplane.indexer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.tempo.rpc.Log;

/** Reads the events of a range of blocks, or nothing where the chain changed meanwhile. */
final class RangeReader {
  private final EscrowSource source;

  RangeReader(EscrowSource source) {
    this.source = source;
  }

  /** A range that was read from one chain. */
  record Range(BlockRef last, List<IndexedEvent> events) {}

  /** Both ends inclusive; empty where logs and blocks do not belong together: read it again. */
  Optional<Range> read(long fromBlock, long toBlock) {
    var last = source.block(toBlock);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    var events = events(source.logs(fromBlock, toBlock));
    boolean same = source.block(toBlock).equals(last);
    return same ? events.map(list -> new Range(last.get(), list)) : Optional.empty();
  }

  private Optional<List<IndexedEvent>> events(List<Log> logs) {
    Map<Long, Optional<BlockRef>> blocks = new HashMap<>();
    List<IndexedEvent> events = new ArrayList<>();
    for (var log : logs) {
      var block = blocks.computeIfAbsent(log.blockNumber(), source::block);
      if (block.isEmpty() || !block.get().hash().equals(log.blockHash())) {
        return Optional.empty();
      }
      long atSeconds = block.get().timestampSeconds();
      EscrowEvents.decode(log)
          .ifPresent(event -> events.add(new IndexedEvent(log, event, atSeconds)));
    }
    return Optional.of(events);
  }
}
