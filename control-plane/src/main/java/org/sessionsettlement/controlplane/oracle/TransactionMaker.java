package org.sessionsettlement.controlplane.oracle;

import java.math.BigInteger;
import org.sessionsettlement.escrow.EscrowCalls;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** Makes signed transactions of intents: expiring nonces, so that none blocks another. */
final class TransactionMaker {
  private final long chainId;
  private final Address feeToken;
  private final Signers signers;
  private final FeeCaps caps;

  TransactionMaker(long chainId, Address feeToken, Signers signers, FeeCaps caps) {
    this.chainId = chainId;
    this.feeToken = feeToken;
    this.signers = signers;
    this.caps = caps;
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
   * Signs it at a price that bears a rising base fee, or less where the cap asks for it.
   *
   * @param baseFeePerGas attodollars, as is the tip
   * @throws org.sessionsettlement.tempo.fee.FeeAboveCapException where even the price of now is
   *     above the cap
   */
  StoredTransaction sign(Batch batch, BigInteger baseFeePerGas, BigInteger tipPerGas) {
    var intents = batch.intents();
    long gasLimit = BatchGas.limit(batch);
    var price =
        caps.maxFeePerGas(intents, gasLimit, baseFeePerGas, tipPerGas)
            .orElseGet(() -> Fees.maxFeePerGas(baseFeePerGas, tipPerGas));
    var transaction =
        TempoTransaction.builder()
            .chainId(chainId)
            .maxPriorityFeePerGas(tipPerGas)
            .maxFeePerGas(price)
            .gasLimit(gasLimit)
            .calls(intents.stream().map(TransactionMaker::call).toList())
            .expiringNonce(batch.validBeforeSeconds())
            .feeToken(feeToken)
            .build();
    var signed = caps.of(intents).allow(transaction).sign(signers.of(intents.getFirst()));
    return new StoredTransaction(signed.hash(), signed.bytes(), batch.validBeforeSeconds());
  }

  /** The escrow does not take the signer for its oracle: its oracle is to be looked up anew. */
  void forget(Intent intent) {
    signers.forget(intent.booking().escrow());
  }

  /** Who signs what. A node without a key for an intent leaves it to those that have one. */
  interface Signers {
    Account of(Intent intent);

    /** What is believed of an escrow's oracle is wrong. */
    default void forget(Address escrow) {}
  }
}
