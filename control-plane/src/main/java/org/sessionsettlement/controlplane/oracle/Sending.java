package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends stored bytes, and remembers when. */
final class Sending {
  /** Pause between two looks for a receipt. */
  static final long LOOK_MS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private final OracleChain chain;
  private final Transactions transactions;
  private final InstantSource clock;

  Sending(OracleChain chain, Transactions transactions, InstantSource clock) {
    this.chain = chain;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What the node says to it decides nothing: the receipt does, or the end of its validity. */
  void send(StoredTransaction transaction) {
    try {
      chain.send(transaction);
    } catch (RpcErrorException e) {
      LOG.info("the node did not take {}: {}", transaction.hash(), e.code());
    }
    long nowMs = clock.millis();
    transactions.sent(transaction.hash(), nowMs, nowMs + LOOK_MS);
  }
}
