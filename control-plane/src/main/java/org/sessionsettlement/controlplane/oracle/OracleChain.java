package org.sessionsettlement.controlplane.oracle;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * What the oracle needs of the chain; what is asked of many is asked in one round trip. Every
 * method may throw {@link org.sessionsettlement.tempo.rpc.RpcException} when there is no answer.
 */
public interface OracleChain {
  ChainTime time();

  /** The bookings as the newest block has them. */
  Map<BookingKey, ChainBooking> bookings(Collection<BookingKey> keys);

  /** What each intent alone would do in the newest block, sent by that account; in order. */
  List<Simulation> simulate(Address sender, List<Intent> intents);

  /** Who signs it: what is to be one transaction has one sender. */
  Address sender(Intent intent);

  /**
   * Signs one transaction that does all of this or nothing; nothing leaves this process.
   *
   * @param baseFeePerGas attodollars, of the newest block
   * @throws org.sessionsettlement.tempo.fee.FeeAboveCapException when it could cost too much now
   */
  StoredTransaction sign(Batch batch, BigInteger baseFeePerGas);

  /** Sends; the node's answer is no promise that it will be mined. */
  void send(StoredTransaction transaction);

  /** The receipts there are, of transactions with these intents. */
  Map<Hash32, ReceiptSeen> receipts(Map<Hash32, List<Intent>> sent);
}
