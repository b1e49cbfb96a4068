package org.sessionsettlement.controlplane.oracle;

import java.util.Optional;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.Hash32;

/**
 * What the oracle needs of the chain. Every method may throw {@link
 * org.sessionsettlement.tempo.rpc.RpcException} when there is no answer.
 */
public interface OracleChain {
  ChainTime time();

  ChainBooking booking(BookingKey key);

  /** What the intent would do in the newest block, sent by who is to sign it. */
  Simulation simulate(Intent intent);

  /** Signs; nothing leaves this process. */
  StoredTransaction sign(Intent intent, long validBeforeSeconds);

  /** Sends; the node's answer is no promise that it will be mined. */
  void send(StoredTransaction transaction);

  Optional<ReceiptSeen> receipt(Intent intent, Hash32 txHash);
}
