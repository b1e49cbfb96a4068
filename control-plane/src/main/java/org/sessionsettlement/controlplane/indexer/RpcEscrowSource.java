package org.sessionsettlement.controlplane.indexer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.escrow.Slot;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.LogFilter;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** The source over JSON-RPC. */
public final class RpcEscrowSource implements EscrowSource {
  private static final Comparator<Log> IN_ORDER =
      Comparator.comparingLong(Log::blockNumber).thenComparingLong(Log::logIndex);

  private final TempoRpc rpc;
  private final SessionEscrow escrow;
  private final BlockTag trusted;

  /**
   * @param trusted finalized on a real node, latest on the local chain
   */
  public RpcEscrowSource(TempoRpc rpc, Address escrow, BlockTag trusted) {
    this.rpc = rpc;
    this.escrow = new SessionEscrow(rpc, escrow);
    this.trusted = trusted;
  }

  @Override
  public Address escrow() {
    return escrow.address();
  }

  @Override
  public BlockRef head() {
    return ref(rpc.block(trusted));
  }

  @Override
  public Optional<BlockRef> block(long number) {
    return rpc.findBlock(BlockTag.number(number)).map(RpcEscrowSource::ref);
  }

  @Override
  public List<Log> logs(long fromBlock, long toBlock) {
    return rpc.logs(LogFilter.of(escrow.address(), fromBlock, toBlock)).stream()
        .sorted(IN_ORDER)
        .toList();
  }

  @Override
  public List<Slot> slots(List<Long> slotIds) {
    return escrow.slots(slotIds);
  }

  @Override
  public List<BookingTerms> terms(List<Long> bookingIds) {
    return escrow.terms(bookingIds);
  }

  private static BlockRef ref(Block block) {
    return new BlockRef(block.number(), block.hash(), block.timestampSeconds());
  }
}
