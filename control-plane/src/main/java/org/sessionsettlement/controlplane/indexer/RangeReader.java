package org.sessionsettlement.controlplane.indexer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.sessionsettlement.controlplane.indexer.CursorTable.Cursor;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;

/**
 * Reads what comes after the cursor. Close to the head it reads every block, each the child of the
 * one before, and logs by block hash: no node that is behind, and no change of the chain, can hide
 * an event. Further back it reads long ranges, from one node that has the range's last block.
 */
final class RangeReader {
  /** From how many missing blocks on ranges are read; it is also what the last of them leaves. */
  static final int LINKED = 64;

  /**
   * A range of more events than that is cut: what belongs to them is read from the node while the
   * database waits, which it does not do for ever.
   */
  static final int MOST_EVENTS = 1_000;

  private final EscrowSource source;
  private final long fromBlock;
  private final RangeSize size = new RangeSize();

  RangeReader(EscrowSource source, long fromBlock) {
    this.source = source;
    this.fromBlock = fromBlock;
  }

  Reading read(Optional<Cursor> cursor, BlockRef head) {
    long from = cursor.map(at -> at.blockNumber() + 1).orElse(fromBlock);
    boolean atHead = cursor.filter(at -> at.isAt(head)).isPresent();
    if (atHead || head.number() < from - 1 || (cursor.isEmpty() && head.number() < from)) {
      return new Reading.NothingNew();
    }
    return head.number() - from < LINKED ? near(cursor, from, head) : far(cursor, from, head);
  }

  private Reading near(Optional<Cursor> cursor, long from, BlockRef head) {
    long first = cursor.map(Cursor::blockNumber).orElse(from);
    var chain = linked(first, head);
    if (chain.isEmpty()) {
      return new Reading.Incoherent();
    }
    if (cursor.filter(at -> !at.isAt(chain.getFirst())).isPresent()) {
      return new Reading.Reorganised();
    }
    var blocks = cursor.isPresent() ? chain.subList(1, chain.size()) : chain;
    var byNumber = blocks.stream().collect(Collectors.toMap(BlockRef::number, block -> block));
    return range(head, source.logs(blocks), byNumber, head);
  }

  /** The blocks from that number to the head, or none where they are not one chain. */
  private List<BlockRef> linked(long first, BlockRef head) {
    var there = source.blocks(LongStream.rangeClosed(first, head.number()).boxed().toList());
    List<BlockRef> chain = new ArrayList<>();
    for (long number = first; number <= head.number(); number++) {
      var block = there.get(number);
      if (block == null || !(chain.isEmpty() || chain.getLast().isParentOf(block))) {
        return List.of();
      }
      chain.add(block);
    }
    return chain.getLast().hash().equals(head.hash()) ? chain : List.of();
  }

  private Reading far(Optional<Cursor> cursor, long from, BlockRef head) {
    long to = Math.min(head.number() - LINKED, from + size.blocks() - 1);
    var ends = source.blocks(numbers(cursor, to));
    var last = ends.get(to);
    var mine = cursor.map(at -> ends.get(at.blockNumber()));
    if (last == null || (cursor.isPresent() && mine.isEmpty())) {
      return new Reading.Incoherent();
    }
    if (cursor.isPresent() && !cursor.get().isAt(mine.orElseThrow())) {
      return new Reading.Reorganised();
    }
    return far(from, last, head);
  }

  private Reading far(long from, BlockRef last, BlockRef head) {
    try {
      var logs = source.logs(from, last);
      logs.ifPresent(all -> size.answered(all.size()));
      return logs.map(all -> cut(last, all, head)).orElseGet(Reading.Incoherent::new);
    } catch (RpcException e) {
      boolean canShrink = size.refused(last.number() - from + 1);
      if (!canShrink || e instanceof RpcUnavailableException) {
        throw e;
      }
      return new Reading.TooLarge();
    }
  }

  /** Whole blocks, and no more of them than it takes to have that many events. */
  private Reading cut(BlockRef last, List<Log> all, BlockRef head) {
    if (all.size() <= MOST_EVENTS) {
      return range(last, all, blocksOf(all), head);
    }
    long lastBlock = all.get(MOST_EVENTS - 1).blockNumber();
    var some = all.stream().takeWhile(log -> log.blockNumber() <= lastBlock).toList();
    var blocks = blocksOf(some);
    var end = blocks.get(lastBlock);
    return end == null ? new Reading.Incoherent() : range(end, some, blocks, head);
  }

  private static List<Long> numbers(Optional<Cursor> cursor, long to) {
    return LongStream.concat(cursor.stream().mapToLong(Cursor::blockNumber), LongStream.of(to))
        .boxed()
        .toList();
  }

  private Map<Long, BlockRef> blocksOf(List<Log> logs) {
    var numbers =
        logs.stream().map(Log::blockNumber).collect(Collectors.toCollection(TreeSet::new));
    return numbers.isEmpty() ? new HashMap<>() : source.blocks(numbers);
  }

  private static Reading range(
      BlockRef last, List<Log> logs, Map<Long, BlockRef> blocks, BlockRef head) {
    List<IndexedEvent> events = new ArrayList<>();
    for (var log : logs) {
      var block = blocks.get(log.blockNumber());
      if (block == null || !block.hash().equals(log.blockHash())) {
        return new Reading.Incoherent();
      }
      EscrowEvents.decode(log)
          .ifPresent(event -> events.add(new IndexedEvent(log, event, block.timestampSeconds())));
    }
    return new Reading.Range(last, events, head);
  }
}
