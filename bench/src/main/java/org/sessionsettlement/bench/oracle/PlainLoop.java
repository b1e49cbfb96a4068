package org.sessionsettlement.bench.oracle;

import java.math.BigInteger;
import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowCalls;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.EscrowReads;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/**
 * What most would write: read the booking, read the block, send a transaction (for which a library
 * asks for nonce and base fee), next. It waits for no receipt.
 */
final class PlainLoop {
  static final BigInteger TIP_PER_GAS = BigInteger.TEN.pow(9);
  static final Hash32 METRICS = Hash32.parse("0x" + "5e".repeat(32));

  private static final Secp256k1Account ORACLE = DevAccounts.ORACLE.account();

  private final TempoRpc rpc;
  private long nextNonce;

  PlainLoop(TempoRpc rpc) {
    this.rpc = rpc;
  }

  /** Attests each of them; a second's worth of it. */
  double run(List<BookingKey> bookings) {
    var clock = new Stopwatch();
    bookings.forEach(this::attest);
    return clock.rate(bookings.size());
  }

  private void attest(BookingKey key) {
    var booking = rpc.read(new EscrowReads(key.escrow()).booking(key.bookingId()), BlockTag.LATEST);
    long nowSeconds = rpc.block(BlockTag.LATEST).timestampSeconds();
    if (booking.status() != BookingStatus.BOOKED || nowSeconds == 0) {
      throw new IllegalStateException(key + " is " + booking.status());
    }
    var call =
        new EscrowCalls(key.escrow()).attest(key.bookingId(), EscrowOutcome.COMPLETED, METRICS);
    var transaction =
        TempoTransaction.builder()
            .chainId(LocalChain.CHAIN_ID)
            .nonce(nonce())
            .maxPriorityFeePerGas(TIP_PER_GAS)
            .maxFeePerGas(Fees.maxFeePerGas(rpc.baseFee(), TIP_PER_GAS))
            .gasLimit(EscrowGas.TRANSACTION + EscrowGas.ATTEST)
            .call(call)
            .feeToken(Funding.ALPHA_USD)
            .build();
    var _ = rpc.sendRaw(transaction.sign(ORACLE).bytes());
  }

  /** The node may not have mined what was sent just before. */
  private long nonce() {
    long nonce = Math.max(nextNonce, rpc.nonce(ORACLE.address()));
    nextNonce = nonce + 1;
    return nonce;
  }
}
