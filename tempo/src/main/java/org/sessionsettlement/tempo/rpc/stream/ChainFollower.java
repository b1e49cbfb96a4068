package org.sessionsettlement.tempo.rpc.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.Log;

/**
 * Tells a listener of every block in its order, from what it told last to the newest. The node is
 * only ever asked what is there now: whether one block or a thousand were missed, or some were
 * undone, makes no difference. When a read fails, what was told is remembered and the next attempt
 * goes on behind it.
 */
final class ChainFollower {
  /** How many missed blocks are read at once. */
  private static final int CHUNK = 100;

  private final ChainReads chain;
  private final ChainListener listener;
  private final Told told;

  ChainFollower(ChainReads chain, ChainListener listener, StreamSettings settings) {
    this.chain = chain;
    this.listener = listener;
    this.told = new Told(settings.rememberedBlocks());
    settings.after().ifPresent(block -> told.add(block, List.of()));
  }

  /** A pushed head: mostly the child of the last, which needs no reading. */
  void pushed(Block head) {
    if (!told.isEmpty() && head.parentHash().equals(told.last().hash())) {
      tell(List.of(head));
    } else {
      catchUp();
    }
  }

  /**
   * Goes to the newest block.
   *
   * @return true when there was anything to tell
   * @throws LostTrackException when no block is left that was told and is still there
   */
  boolean catchUp() {
    Block newest = chain.newest();
    if (told.isEmpty()) {
      tell(List.of(newest));
      return true;
    }
    boolean reorganized = stepBackTo(ancestor(newest));
    boolean moved = reorganized;
    while (told.last().number() < newest.number() && tellNext(newest)) {
      moved = true;
    }
    return moved;
  }

  /** The newest block told that is still part of the chain, as far as this node can say. */
  private Block ancestor(Block newest) {
    Block last = told.last();
    Optional<Block> there =
        newest.number() <= last.number() ? Optional.of(newest) : chain.at(last.number());
    // A node that is merely behind has undone nothing.
    boolean nothingUndone = there.filter(block -> !told.contradicts(block)).isPresent();
    return nothingUndone || there.isEmpty() ? last : newestShared(there.get().number() - 1);
  }

  private Block newestShared(long from) {
    for (long number = from; ; number--) {
      Block mine = told.at(number).orElseThrow(LostTrackException::new);
      Optional<Block> theirs = chain.at(number);
      if (theirs.isEmpty()) {
        return told.last();
      }
      if (theirs.get().hash().equals(mine.hash())) {
        return mine;
      }
    }
  }

  private boolean stepBackTo(Block ancestor) {
    if (ancestor.equals(told.last())) {
      return false;
    }
    for (Log log : told.takeBackAbove(ancestor)) {
      listener.on(new ChainEvent.LogRemoved(log));
    }
    listener.on(new ChainEvent.ReorgedTo(ancestor));
    return true;
  }

  /** False when what comes next does not fit: the chain changed meanwhile; look again later. */
  private boolean tellNext(Block newest) {
    long from = told.last().number() + 1;
    long to = Math.min(newest.number(), from + CHUNK - 1);
    List<Block> blocks =
        to == newest.number() && from == to ? List.of(newest) : chain.blocks(from, to);
    List<Block> linked = linked(blocks);
    if (!linked.isEmpty()) {
      tell(linked);
    }
    return !linked.isEmpty();
  }

  private List<Block> linked(List<Block> blocks) {
    List<Block> linked = new ArrayList<>();
    Hash32 parent = told.last().hash();
    for (Block block : blocks) {
      if (!block.parentHash().equals(parent)) {
        break;
      }
      linked.add(block);
      parent = block.hash();
    }
    return linked;
  }

  private void tell(List<Block> blocks) {
    List<List<Log>> logs = chain.logs(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      told.add(blocks.get(i), logs.get(i));
      listener.on(new ChainEvent.Head(blocks.get(i)));
      logs.get(i).forEach(log -> listener.on(new ChainEvent.LogAdded(log)));
    }
  }
}
