package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.List;
import org.sessionsettlement.tempo.rpc.RpcErrorException;

/** Sends stored bytes, and remembers when. */
final class Sending {
  /** Pause between two looks for a receipt; the first look is made at once. */
  static final long LOOK_MS = 100;

  private final OracleChain chain;
  private final Transactions transactions;
  private final OracleTelemetry telemetry;
  private final Runnable sent;
  private final InstantSource clock;

  /**
   * @param sent called whenever there is something new to follow
   */
  Sending(
      OracleChain chain,
      Transactions transactions,
      OracleTelemetry telemetry,
      Runnable sent,
      InstantSource clock) {
    this.chain = chain;
    this.transactions = transactions;
    this.telemetry = telemetry;
    this.sent = sent;
    this.clock = clock;
  }

  /** What the node says to it decides nothing: the receipt does, or the end of its validity. */
  void send(StoredTransaction transaction, List<Submission> members) {
    long fromMs = clock.millis();
    try {
      chain.send(transaction);
    } catch (RpcErrorException e) {
      telemetry.refusedByNode(transaction, e.code());
    }
    long nowMs = clock.millis();
    transactions.sent(transaction.hash(), nowMs, nowMs);
    sent.run();
    telemetry.sent(members, transaction, fromMs, nowMs);
  }
}
