package org.sessionsettlement.tempo.rpc.stream;

import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Optional;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.LogSelector;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** What following the chain reads of it. */
interface ChainReads {
  Block newest();

  Optional<Block> at(long number);

  /** Both ends inclusive, as far as the node has them. */
  List<Block> blocks(long from, long to);

  /** The logs to tell of each of the blocks, of exactly these blocks. */
  List<List<Log>> logs(List<Block> blocks);

  static ChainReads of(TempoRpc rpc, Optional<LogSelector> selector) {
    return new ChainReads() {
      @Override
      public Block newest() {
        return rpc.block(BlockTag.LATEST);
      }

      @Override
      public Optional<Block> at(long number) {
        return rpc.findBlock(BlockTag.number(number));
      }

      @Override
      public List<Block> blocks(long from, long to) {
        return rpc.blocks(from, to);
      }

      @Override
      public List<List<Log>> logs(List<Block> blocks) {
        return selector
            .map(logs -> rpc.logs(logs, blocks.stream().map(Block::hash).collect(toList())))
            .orElseGet(() -> blocks.stream().map(block -> List.<Log>of()).collect(toList()));
      }
    };
  }
}
