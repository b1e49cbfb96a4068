package org.sessionsettlement.controlplane.oracle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowReads;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.RpcRequest;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second endpoint over JSON-RPC. It is heard only where it serves the same chain and has the
 * first one's trusted block, the same by its hash: a node that lags or is on a fork agrees to
 * nothing.
 */
public final class RpcWitness implements Witness {
  private static final Logger LOG = LoggerFactory.getLogger(RpcWitness.class);

  private final TempoRpc second;
  private final long chainId;
  private final Supplier<Block> trusted;

  /**
   * @param second asks the second endpoint
   * @param trusted asks the first one for the newest block that is believed
   */
  public RpcWitness(TempoRpc second, long chainId, Supplier<Block> trusted) {
    this.second = second;
    this.chainId = chainId;
    this.trusted = trusted;
  }

  @Override
  public Agreement agreesBooked(List<BookingKey> bookings) {
    try {
      return heard(trusted.get(), bookings);
    } catch (RpcException e) {
      LOG.debug("a witness that does not answer", e);
      return new Agreement.Unavailable("no_answer");
    }
  }

  private Agreement heard(Block firsts, List<BookingKey> bookings) {
    var standing = second.batch(List.of(RpcRequest.of("eth_chainId"), block(firsts.number())));
    if (standing.getFirst().orThrow().longQuantity() != chainId) {
      return new Agreement.Unavailable("other_chain");
    }
    var block = standing.getLast().orThrow();
    if (block.isNull()) {
      return new Agreement.Unavailable("behind");
    }
    if (!Block.read(block).hash().equals(firsts.hash())) {
      return new Agreement.Unavailable("other_block");
    }
    return judged(bookings);
  }

  private static RpcRequest block(long number) {
    return RpcRequest.of("eth_getBlockByNumber", BlockTag.number(number).parameter(), false);
  }

  private Agreement judged(List<BookingKey> bookings) {
    var answers = second.readAll(bookings.stream().map(RpcWitness::read).toList(), BlockTag.LATEST);
    Set<BookingKey> notBooked = new HashSet<>();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).status() != BookingStatus.BOOKED) {
        notBooked.add(bookings.get(i));
      }
    }
    return notBooked.isEmpty() ? new Agreement.Agrees() : new Agreement.Disagrees(notBooked);
  }

  private static ContractRead<Booking> read(BookingKey key) {
    return new EscrowReads(key.escrow()).booking(key.bookingId());
  }
}
