package org.sessionsettlement.controlplane.indexer;

import java.util.List;
import java.util.Optional;
import org.sessionsettlement.controlplane.indexer.CursorTable.Cursor;
import org.sessionsettlement.controlplane.indexer.EventTable.EventBlock;

/** Finds how far back the mirror and the chain differ. */
final class ForkSearch {
  private static final int PAGE = 50;

  private final EscrowSource source;
  private final EventTable events;

  ForkSearch(EscrowSource source, EventTable events) {
    this.source = source;
    this.events = events;
  }

  /**
   * What both have.
   *
   * @param newest the newest block with a mirrored event that the chain has; empty where it has
   *     none of them
   */
  record Shared(Optional<EventBlock> newest) {}

  /**
   * Looks back from the cursor; empty where the node that answers cannot say: it is behind, or it
   * has the cursor's block after all. Only another block in its place is a reason to go back.
   */
  Optional<Shared> from(Cursor cursor) {
    var there = source.blocks(List.of(cursor.blockNumber())).get(cursor.blockNumber());
    return there == null || cursor.isAt(there) ? Optional.empty() : below(cursor.blockNumber() + 1);
  }

  private Optional<Shared> below(long bound) {
    var page = events.blocksNewestFirst(PAGE, bound);
    if (page.isEmpty()) {
      return Optional.of(new Shared(Optional.empty()));
    }
    var there = source.blocks(page.stream().map(EventBlock::number).toList());
    for (var mine : page) {
      var theirs = there.get(mine.number());
      if (theirs == null) {
        return Optional.empty();
      }
      if (theirs.hash().equals(mine.hash())) {
        return Optional.of(new Shared(Optional.of(mine)));
      }
    }
    return below(page.getLast().number());
  }
}
