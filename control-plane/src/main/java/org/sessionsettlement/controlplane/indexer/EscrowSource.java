package org.sessionsettlement.controlplane.indexer;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.Slot;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.Log;

/**
 * One escrow and its chain, as the indexer reads them; each method is as few requests as there can
 * be. Several nodes may stand behind it, of which some are behind: whatever matters names the block
 * by its hash. Every method may throw {@link org.sessionsettlement.tempo.rpc.RpcException}, also
 * where the node that answers does not have that block.
 */
public interface EscrowSource {
  Address escrow();

  /** The newest block that is trusted: nothing beyond it is mirrored. */
  BlockRef head();

  /** Blocks by their numbers; those that the node does not have (yet) are missing. */
  Map<Long, BlockRef> blocks(Collection<Long> numbers);

  /**
   * The escrow's logs of a range, in order.
   *
   * @param last the range's last block; empty where the node that answers has it not, or has
   *     another: its logs would be those of another chain, or not all of them
   */
  Optional<List<Log>> logs(long fromBlock, BlockRef last);

  /** The escrow's logs of exactly these blocks, in order. */
  List<Log> logs(List<BlockRef> blocks);

  List<Slot> slots(List<Long> slotIds, BlockRef at);

  List<BookingTerms> terms(List<Long> bookingIds, BlockRef at);

  List<Booking> bookings(List<Long> bookingIds, BlockRef at);

  Totals totals(BlockRef at);

  /**
   * What an escrow says of itself as a whole.
   *
   * @param held token units that it holds for anybody
   * @param slots how many were ever made; likewise bookings
   */
  record Totals(BigInteger held, long slots, long bookings) {}
}
