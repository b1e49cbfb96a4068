package org.sessionsettlement.controlplane.indexer;

import java.util.Optional;
import org.sessionsettlement.controlplane.db.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mirrors one escrow's events into tables, a bounded range of blocks at a time; cursor and rows in
 * one transaction, and one node at a time. Before each range the cursor's block is looked up again:
 * where the chain has another there, the mirror goes back to what both have.
 */
public final class Indexer {
  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
  private static final int BLOCKS_A_RANGE = 2_000;
  private static final int RANGES_A_TICK = 100;
  private static final int REORG_PAGE = 50;

  private final Database database;
  private final EscrowSource source;
  private final long fromBlock;
  private final CursorTable cursors;
  private final EventTable events;
  private final Mirror mirror;
  private final RangeReader ranges;
  private volatile long lagSeenBlocks;

  /**
   * @param fromBlock the first block that can hold an event of this escrow
   */
  public Indexer(Database database, EscrowSource source, long fromBlock) {
    this.database = database;
    this.source = source;
    this.fromBlock = fromBlock;
    this.cursors = new CursorTable(database, source.escrow());
    this.events = new EventTable(database, source.escrow());
    this.mirror = new Mirror(database, source);
    this.ranges = new RangeReader(source);
  }

  /** Catches up with the trusted head, within bounds. */
  public void tick() {
    for (int i = 0; i < RANGES_A_TICK; i++) {
      if (!database.inTransaction(this::advance)) {
        return;
      }
    }
  }

  /** Blocks between the mirror and the trusted head, asked of both now. */
  public long lagBlocks() {
    long mirrored = cursors.read().map(CursorTable.Cursor::blockNumber).orElse(fromBlock - 1);
    lagSeenBlocks = Math.max(0, source.head().number() - mirrored);
    return lagSeenBlocks;
  }

  /** The lag as it was last seen, for gauges: it asks nobody. */
  public long lagSeenBlocks() {
    return lagSeenBlocks;
  }

  /** Mirrors one range; true when there is more to do at once. */
  private boolean advance() {
    if (!cursors.tryLock()) {
      return false;
    }
    var cursor = cursors.read();
    return switch (agreement(cursor)) {
      case NODE_IS_BEHIND -> false;
      case REORGANISED -> goBack(cursor.orElseThrow());
      case SAME -> read(cursor.map(at -> at.blockNumber() + 1).orElse(fromBlock));
    };
  }

  private enum Agreement {
    SAME,
    NODE_IS_BEHIND,
    REORGANISED
  }

  private Agreement agreement(Optional<CursorTable.Cursor> cursor) {
    if (cursor.isEmpty()) {
      return Agreement.SAME;
    }
    var block = source.block(cursor.get().blockNumber());
    if (block.isEmpty()) {
      return Agreement.NODE_IS_BEHIND;
    }
    return block.get().hash().equals(cursor.get().blockHash())
        ? Agreement.SAME
        : Agreement.REORGANISED;
  }

  private boolean read(long from) {
    long head = source.head().number();
    lagSeenBlocks = Math.max(0, head - from + 1);
    if (from > head) {
      return false;
    }
    long to = Math.min(head, from + BLOCKS_A_RANGE - 1);
    var range = ranges.read(from, to);
    range.ifPresent(
        read -> {
          mirror.add(read.events());
          cursors.write(read.last());
        });
    return range.isPresent() && to < head;
  }

  private boolean goBack(CursorTable.Cursor cursor) {
    var common = newestCommon(cursor.blockNumber() + 1);
    LOG.warn(
        "{}: the chain has another block {}; going back to {}",
        source.escrow(),
        cursor.blockNumber(),
        common.map(BlockRef::number).orElse(fromBlock - 1));
    mirror.forgetAfter(common.map(BlockRef::number).orElse(fromBlock - 1));
    common.ifPresentOrElse(cursors::write, cursors::clear);
    return true;
  }

  /** The newest block with a mirrored event that the chain still has. */
  private Optional<BlockRef> newestCommon(long below) {
    long bound = below;
    while (true) {
      var page = events.blocksNewestFirst(REORG_PAGE, bound);
      if (page.isEmpty()) {
        return Optional.empty();
      }
      for (var block : page) {
        if (source.block(block.number()).map(BlockRef::hash).equals(Optional.of(block.hash()))) {
          return Optional.of(block);
        }
      }
      bound = page.getLast().number();
    }
  }
}
