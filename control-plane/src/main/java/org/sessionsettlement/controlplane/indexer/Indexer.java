package org.sessionsettlement.controlplane.indexer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.indexer.CursorTable.Cursor;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.tempo.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mirrors one escrow's events into tables, a bounded range of blocks at a time; cursor and rows in
 * one transaction, and one node at a time. Before each range the cursor's block is looked up again:
 * where the chain has another there, the mirror goes back to what both have.
 */
public final class Indexer {
  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
  private static final int STEPS_A_TICK = 100;

  private final Database database;
  private final EscrowSource source;
  private final long fromBlock;
  private final CursorTable cursors;
  private final Mirror mirror;
  private final RangeReader ranges;
  private final ForkSearch forks;
  private final Consumer<EscrowEvent.OfBooking> mirrored;
  private volatile Lag lagSeen = new Lag(0, 0);

  /**
   * @param fromBlock the first block that can hold an event of this escrow
   */
  public Indexer(Database database, EscrowSource source, long fromBlock) {
    this(database, source, fromBlock, event -> {});
  }

  /**
   * @param mirrored hears of every event of a booking once it is in the tables; of one that a
   *     reorganisation took back and brought again it hears again
   */
  public Indexer(
      Database database,
      EscrowSource source,
      long fromBlock,
      Consumer<EscrowEvent.OfBooking> mirrored) {
    this.database = database;
    this.mirrored = mirrored;
    this.source = source;
    this.fromBlock = fromBlock;
    this.cursors = new CursorTable(database, source.escrow());
    var events = new EventTable(database, source.escrow());
    this.mirror = new Mirror(database, source, events);
    this.ranges = new RangeReader(source, fromBlock);
    this.forks = new ForkSearch(source, events);
  }

  /**
   * How far the mirror is behind.
   *
   * @param blocks between it and the trusted head
   * @param mirroredToSeconds the time of its newest block, 0 where it has none
   */
  public record Lag(long blocks, long mirroredToSeconds) {}

  private enum Step {
    MORE,
    DONE,
    /** The node cannot say now. */
    WAIT
  }

  public Address escrow() {
    return source.escrow();
  }

  /** Catches up with the trusted head, within bounds; a second caller waits for the first. */
  public synchronized void tick() {
    for (int i = 0; i < STEPS_A_TICK; i++) {
      if (database.inTransaction(this::stepIfFree) != Step.MORE) {
        return;
      }
    }
  }

  private Step stepIfFree() {
    if (cursors.tryLock()) {
      return step();
    }
    lag();
    return Step.DONE;
  }

  /**
   * Makes the mirror anew from the chain. All in one transaction: readers see the old rows until
   * the new ones are complete, and what fails changes nothing.
   *
   * @return the last block mirrored
   * @throws IllegalStateException when the node is behind what was mirrored, or cannot say
   */
  public synchronized long resync() {
    return database.inTransaction(
        () -> {
          cursors.lock();
          long before = mirroredTo(cursors.read());
          mirror.clear();
          cursors.clear();
          var step = Step.MORE;
          while (step == Step.MORE) {
            step = step();
          }
          return requireAtLeast(before, step);
        });
  }

  private long requireAtLeast(long before, Step last) {
    long after = mirroredTo(cursors.read());
    if (last == Step.WAIT || after < before) {
      throw new IllegalStateException(
          "the node has no chain up to block " + before + " now; the mirror is as it was");
    }
    return after;
  }

  /** The lag, asked of the mirror and of the chain now. */
  public Lag lag() {
    return see(cursors.read(), source.head());
  }

  /** The lag as it was last seen, for gauges: it asks nobody. */
  public Lag lagSeen() {
    return lagSeen;
  }

  private Lag see(Optional<Cursor> cursor, BlockRef head) {
    lagSeen =
        new Lag(
            Math.max(0, head.number() - mirroredTo(cursor)),
            cursor.map(Cursor::blockTimeSeconds).orElse(0L));
    return lagSeen;
  }

  private long mirroredTo(Optional<Cursor> cursor) {
    return cursor.map(Cursor::blockNumber).orElse(fromBlock - 1);
  }

  private Step step() {
    var cursor = cursors.read();
    var head = source.head();
    see(cursor, head);
    return switch (ranges.read(cursor, head)) {
      case Reading.NothingNew() -> Step.DONE;
      case Reading.Incoherent() -> Step.WAIT;
      case Reading.TooLarge() -> Step.MORE;
      case Reading.Reorganised() -> goBack(cursor.orElseThrow());
      case Reading.Range range -> write(range);
    };
  }

  private Step write(Reading.Range range) {
    mirror.add(range.events(), range.head());
    var last = range.last();
    var cursor = new Cursor(last.number(), last.hash(), last.timestampSeconds());
    cursors.write(cursor, fromBlock);
    database.afterCommit(() -> tell(range.events()));
    return see(Optional.of(cursor), range.head()).blocks() > 0 ? Step.MORE : Step.DONE;
  }

  private void tell(List<IndexedEvent> events) {
    events.stream()
        .map(IndexedEvent::event)
        .filter(EscrowEvent.OfBooking.class::isInstance)
        .map(EscrowEvent.OfBooking.class::cast)
        .forEach(mirrored);
  }

  private Step goBack(Cursor cursor) {
    return forks.from(cursor).map(shared -> goBack(cursor, shared)).orElse(Step.WAIT);
  }

  private Step goBack(Cursor cursor, ForkSearch.Shared shared) {
    var common =
        shared.newest().map(at -> new Cursor(at.number(), at.hash(), at.timestampSeconds()));
    long kept = mirroredTo(common);
    LOG.warn(
        "{}: the chain has another block {}; going back to {}",
        source.escrow(),
        cursor.blockNumber(),
        kept);
    mirror.forgetAfter(kept);
    common.ifPresentOrElse(at -> cursors.write(at, fromBlock), cursors::clear);
    return Step.MORE;
  }
}
