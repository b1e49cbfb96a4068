package org.sessionsettlement.tempo.rpc.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.Log;

/** The last blocks that the listener was told of, with their logs; the oldest are forgotten. */
final class Told {
  private record Entry(Block block, List<Log> logs) {}

  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private final int bound;

  Told(int bound) {
    this.bound = bound;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  Block last() {
    return entries.lastEntry().getValue().block();
  }

  void add(Block block, List<Log> logs) {
    entries.put(block.number(), new Entry(block, logs));
    if (entries.size() > bound) {
      entries.pollFirstEntry();
    }
  }

  Optional<Block> at(long number) {
    return Optional.ofNullable(entries.get(number)).map(Entry::block);
  }

  /** True when another block of the same number was told. */
  boolean contradicts(Block block) {
    return at(block.number()).filter(mine -> !mine.hash().equals(block.hash())).isPresent();
  }

  /** Forgets what is above, and gives its logs, the newest first. */
  List<Log> takeBackAbove(Block ancestor) {
    List<Log> logs = new ArrayList<>();
    var above = entries.tailMap(ancestor.number(), false);
    above.values().forEach(entry -> logs.addAll(entry.logs()));
    above.clear();
    Collections.reverse(logs);
    return logs;
  }
}
