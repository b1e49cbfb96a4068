package org.sessionsettlement.controlplane.indexer;

import java.util.List;
import java.util.Optional;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.Slot;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.Log;

/**
 * One escrow and its chain, as the indexer reads them. Every method may throw {@link
 * org.sessionsettlement.tempo.rpc.RpcException}.
 */
public interface EscrowSource {
  Address escrow();

  /** The newest block that is trusted: nothing beyond it is mirrored. */
  BlockRef head();

  /** A block of the canonical chain; empty where the node does not have it (yet). */
  Optional<BlockRef> block(long number);

  /** The escrow's logs, both ends inclusive, in order. */
  List<Log> logs(long fromBlock, long toBlock);

  List<Slot> slots(List<Long> slotIds);

  List<BookingTerms> terms(List<Long> bookingIds);
}
