package org.sessionsettlement.bench.oracle;

import java.time.Duration;
import java.util.List;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** What most would write: read the booking, read its slot, send, wait, next. */
final class PlainLoop {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private PlainLoop() {}

  /** Attestations a second. */
  static double perSecond(OracleBenchChain bench, TempoRpc rpc, List<Long> bookings) {
    var escrow = new org.sessionsettlement.escrow.SessionEscrow(rpc, bench.deployment.escrow());
    var oracle = DevAccounts.ORACLE.account();
    var maxFee = Fees.maxFeePerGas(rpc.baseFee(), OracleBenchChain.TIP_PER_GAS);
    long nonce = rpc.nonce(oracle.address());
    long from = System.nanoTime();
    for (long id : bookings) {
      var booking = escrow.booking(id);
      var slot = escrow.slot(booking.slotId());
      if (booking.status() != BookingStatus.BOOKED || slot.durationMins() == 0) {
        throw new IllegalStateException("booking " + id + " is not there to be attested");
      }
      var hash = Keccak256.hash(Long.toString(id).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      var transaction =
          TempoTransaction.builder()
              .chainId(LocalChain.CHAIN_ID)
              .maxPriorityFeePerGas(OracleBenchChain.TIP_PER_GAS)
              .maxFeePerGas(maxFee)
              .gasLimit(EscrowGas.TRANSACTION + EscrowGas.ATTEST)
              .call(bench.calls().attest(id, EscrowOutcome.COMPLETED, hash))
              .nonce(nonce++)
              .feeToken(Funding.ALPHA_USD)
              .build()
              .sign(oracle);
      rpc.sendAndWait(transaction, LIMIT, Duration.ofMillis(5));
    }
    return bookings.size() * 1e9 / (System.nanoTime() - from);
  }
}
