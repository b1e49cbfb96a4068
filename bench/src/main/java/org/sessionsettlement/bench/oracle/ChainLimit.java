package org.sessionsettlement.bench.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** What the chain itself takes: attestations signed ahead and sent as fast as it answers. */
final class ChainLimit {
  private static final long TRANSACTION_GAS = 60_000;
  private static final long ATTEST_GAS = 320_000;
  private static final long VALIDITY_SECONDS = 25;

  private ChainLimit() {}

  /** Attestations a second, so many in each transaction, from so many connections. */
  static double perSecond(OracleBenchChain bench, List<Long> bookings, int batch, int senders) {
    var transactions = sign(bench, bookings, batch);
    try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
      long from = System.nanoTime();
      var sent =
          transactions.stream()
              .map(
                  transaction ->
                      CompletableFuture.runAsync(() -> sendSync(bench.rpc(), transaction), threads))
              .toList();
      sent.forEach(CompletableFuture::join);
      return bookings.size() * 1e9 / (System.nanoTime() - from);
    }
  }

  private static void sendSync(TempoRpc rpc, SignedTransaction transaction) {
    var receipt = rpc.request("eth_sendRawTransactionSync", transaction.bytes().toString());
    if (receipt.get("status").longQuantity() != 1) {
      throw new IllegalStateException("a signed attestation reverted");
    }
  }

  private static List<SignedTransaction> sign(
      OracleBenchChain bench, List<Long> bookings, int batch) {
    var transactions = new ArrayList<SignedTransaction>();
    long validBefore = bench.chain.clock().nowSeconds() + VALIDITY_SECONDS;
    var maxFee = Fees.maxFeePerGas(bench.rpc().baseFee(), OracleBenchChain.TIP_PER_GAS);
    for (int i = 0; i < bookings.size(); i += batch) {
      var calls = new ArrayList<Call>();
      for (long id : bookings.subList(i, Math.min(bookings.size(), i + batch))) {
        calls.add(bench.calls().attest(id, EscrowOutcome.COMPLETED, hash(id)));
      }
      transactions.add(
          TempoTransaction.builder()
              .chainId(LocalChain.CHAIN_ID)
              .maxPriorityFeePerGas(OracleBenchChain.TIP_PER_GAS)
              .maxFeePerGas(maxFee)
              .gasLimit(TRANSACTION_GAS + calls.size() * ATTEST_GAS)
              .calls(calls)
              .expiringNonce(validBefore)
              .feeToken(Funding.ALPHA_USD)
              .build()
              .sign(DevAccounts.ORACLE.account()));
    }
    return transactions;
  }

  private static Hash32 hash(long bookingId) {
    return Hash32.parse(String.format("0x%064x", bookingId));
  }
}
