package org.sessionsettlement.controlplane.oracle;

import java.math.BigInteger;
import org.sessionsettlement.escrow.EscrowCalls;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** Makes signed transactions of intents: expiring nonces, so that none blocks another. */
final class TransactionMaker {
  private final long chainId;
  private final Address feeToken;
  private final Signers signers;

  TransactionMaker(long chainId, Address feeToken, Signers signers) {
    this.chainId = chainId;
    this.feeToken = feeToken;
    this.signers = signers;
  }

  static Call call(Intent intent) {
    var calls = new EscrowCalls(intent.booking().escrow());
    long id = intent.booking().bookingId();
    return switch (intent) {
      case Intent.Attest attest ->
          calls.attest(id, EscrowOutcome.of(attest.outcome()), attest.metricsHash());
      case Intent.Finalize _ -> calls.finalizeBooking(id);
      case Intent.FinalizeDispute _ -> calls.finalizeDisputeByTimeout(id);
    };
  }

  Address sender(Intent intent) {
    return signers.of(intent).address();
  }

  /**
   * Signs it.
   *
   * @param maxFeePerGas attodollars
   */
  StoredTransaction sign(Batch batch, BigInteger maxFeePerGas, BigInteger tipPerGas) {
    var signed =
        TempoTransaction.builder()
            .chainId(chainId)
            .maxPriorityFeePerGas(tipPerGas)
            .maxFeePerGas(maxFeePerGas)
            .gasLimit(BatchGas.limit(batch))
            .calls(batch.intents().stream().map(TransactionMaker::call).toList())
            .expiringNonce(batch.validBeforeSeconds())
            .feeToken(feeToken)
            .build()
            .sign(signers.of(batch.intents().getFirst()));
    return new StoredTransaction(signed.hash(), signed.bytes(), batch.validBeforeSeconds());
  }

  /** Who signs what. A node without a key for an intent leaves it to those that have one. */
  interface Signers {
    Account of(Intent intent);
  }
}
