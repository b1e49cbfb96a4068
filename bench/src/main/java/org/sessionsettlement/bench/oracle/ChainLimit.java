package org.sessionsettlement.bench.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.EscrowCalls;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** What the chain takes of attestations that were signed ahead, sent as fast as it answers. */
final class ChainLimit {
  /** More of them at once made it no faster. */
  private static final int SENDERS = 4;

  private static final long VALID_S = 28;
  private static final long GAS_OF_TRANSACTION = 60_000;
  private static final long GAS_OF_CALL = 290_000;
  private static final int RECEIPTS_A_REQUEST = 100;

  private final TempoRpc rpc;

  ChainLimit(TempoRpc rpc) {
    this.rpc = rpc;
  }

  /**
   * What came of it.
   *
   * @param perSecond attestations, from the first sent to the last receipt seen
   * @param gasEach what an attestation used, its share of the transaction in it
   */
  record Figures(double perSecond, long gasEach) {}

  /** Attests these, so many a transaction. */
  Figures run(List<BookingKey> bookings, int callsEach) {
    var signed = signed(bookings, callsEach);
    var clock = new Stopwatch();
    try (var threads = Executors.newFixedThreadPool(SENDERS)) {
      IntStream.range(0, SENDERS)
          .mapToObj(sender -> sending(signed, sender, threads))
          .toList()
          .forEach(CompletableFuture::join);
    }
    var receipts = receipts(signed);
    double perSecond = clock.rate(bookings.size());
    long gas = receipts.stream().mapToLong(Receipt::gasUsed).sum();
    return new Figures(perSecond, gas / bookings.size());
  }

  private CompletableFuture<Void> sending(
      List<SignedTransaction> signed, int sender, ExecutorService threads) {
    return CompletableFuture.runAsync(
        () -> {
          for (int i = sender; i < signed.size(); i += SENDERS) {
            var _ = rpc.sendRaw(signed.get(i).bytes());
          }
        },
        threads);
  }

  private List<Receipt> receipts(List<SignedTransaction> signed) {
    var hashes = signed.stream().map(SignedTransaction::hash).toList();
    var receipts = new ArrayList<Receipt>();
    for (int from = 0; from < hashes.size(); from += RECEIPTS_A_REQUEST) {
      var some = hashes.subList(from, Math.min(hashes.size(), from + RECEIPTS_A_REQUEST));
      var seen = rpc.receipts(some);
      while (seen.stream().anyMatch(Optional::isEmpty)) {
        seen = rpc.receipts(some);
      }
      seen.forEach(receipt -> receipts.add(receipt.orElseThrow()));
    }
    if (!receipts.stream().allMatch(Receipt::succeeded)) {
      throw new IllegalStateException("an attestation that was signed ahead reverted");
    }
    return receipts;
  }

  private List<SignedTransaction> signed(List<BookingKey> bookings, int callsEach) {
    var signed = new ArrayList<SignedTransaction>();
    long validBefore = rpc.block(BlockTag.LATEST).timestampSeconds() + VALID_S;
    for (int from = 0; from < bookings.size(); from += callsEach) {
      var some = bookings.subList(from, Math.min(bookings.size(), from + callsEach));
      signed.add(sign(some.stream().map(ChainLimit::attest).toList(), validBefore));
    }
    return signed;
  }

  private SignedTransaction sign(List<Call> calls, long validBefore) {
    var tip = PlainLoop.TIP_PER_GAS;
    return TempoTransaction.builder()
        .chainId(LocalChain.CHAIN_ID)
        .expiringNonce(validBefore)
        .maxPriorityFeePerGas(tip)
        .maxFeePerGas(Fees.maxFeePerGas(rpc.baseFee(), tip))
        .gasLimit(GAS_OF_TRANSACTION + GAS_OF_CALL * calls.size())
        .calls(calls)
        .feeToken(Funding.ALPHA_USD)
        .build()
        .sign(DevAccounts.ORACLE.account());
  }

  private static Call attest(BookingKey key) {
    var calls = new EscrowCalls(key.escrow());
    return calls.attest(key.bookingId(), EscrowOutcome.COMPLETED, PlainLoop.METRICS);
  }
}
