package org.sessionsettlement.controlplane.oracle;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** The oracle's chain over JSON-RPC. */
final class RpcOracleChain implements OracleChain {
  /** One gwei's worth of attodollars: enough for a place in the next block. */
  private static final BigInteger TIP_PER_GAS = BigInteger.TEN.pow(9);

  private final TempoRpc rpc;
  private final BlockTag trusted;
  private final TransactionMaker transactions;

  RpcOracleChain(TempoRpc rpc, BlockTag trusted, TransactionMaker transactions) {
    this.rpc = rpc;
    this.trusted = trusted;
    this.transactions = transactions;
  }

  @Override
  public ChainTime time() {
    return time(rpc, trusted);
  }

  static ChainTime time(TempoRpc rpc, BlockTag trusted) {
    var believed = rpc.block(trusted);
    var newest = trusted.equals(BlockTag.LATEST) ? believed : rpc.block(BlockTag.LATEST);
    return new ChainTime(believed.number(), believed.timestampSeconds(), newest.timestampSeconds());
  }

  @Override
  public ChainBooking booking(BookingKey key) {
    Booking booking = new SessionEscrow(rpc, key.escrow()).booking(key.bookingId());
    var outcome =
        Arrays.stream(Outcome.values())
            .filter(one -> EscrowOutcome.of(one) == booking.oracleOutcome())
            .findFirst();
    return new ChainBooking(booking.status(), outcome, booking.metricsHash());
  }

  @Override
  public Simulation simulate(Intent intent) {
    try {
      rpc.simulate(transactions.sender(intent), TransactionMaker.call(intent), BlockTag.LATEST);
      return new Simulation.Passes();
    } catch (RevertedException e) {
      return new Simulation.Reverts(e.reason().orElse("an unknown reason"));
    }
  }

  @Override
  public StoredTransaction sign(Intent intent, long validBeforeSeconds) {
    var maxFee = Fees.maxFeePerGas(rpc.baseFee(), TIP_PER_GAS);
    return transactions.sign(intent, validBeforeSeconds, maxFee, TIP_PER_GAS);
  }

  @Override
  public void send(StoredTransaction transaction) {
    rpc.sendRaw(transaction.bytes());
  }

  @Override
  public Optional<ReceiptSeen> receipt(Intent intent, Hash32 txHash) {
    return rpc.receipt(txHash).map(receipt -> seen(intent, receipt));
  }

  private ReceiptSeen seen(Intent intent, Receipt receipt) {
    boolean didIt =
        receipt.succeeded()
            && receipt.logs().stream()
                .filter(log -> log.address().equals(intent.booking().escrow()))
                .flatMap(log -> EscrowEvents.decode(log).stream())
                .anyMatch(event -> fulfils(intent, event));
    long atSeconds = rpc.block(receipt.blockNumber()).timestampSeconds();
    return new ReceiptSeen(
        didIt, new Mined(receipt.transactionHash(), receipt.blockNumber(), atSeconds));
  }

  private static boolean fulfils(Intent intent, EscrowEvent event) {
    if (!(event instanceof EscrowEvent.OfBooking of)
        || of.bookingId() != intent.booking().bookingId()) {
      return false;
    }
    return switch (intent) {
      case Intent.Attest attest ->
          of instanceof EscrowEvent.Attested attested
              && attested.metricsHash().equals(attest.metricsHash());
      case Intent.Finalize _ -> of instanceof EscrowEvent.Finalized;
      case Intent.FinalizeDispute _ -> of instanceof EscrowEvent.Resolved;
    };
  }
}
