package org.sessionsettlement.controlplane.oracle;

import org.sessionsettlement.escrow.EscrowGas;

/** How much gas a batch may use. */
final class BatchGas {
  /** Base cost and expiring nonce of a batch [35k]. */
  private static final long TRANSACTION = 45_000;

  /**
   * An attestation in a batch [270k, whatever the booking: one fresh word]. Close to what is used,
   * since a block has room for a transaction's limit and not for its use; should a chain charge
   * more, the batch fails, and its members go alone with gas to spare.
   */
  private static final long ATTEST = 275_000;

  private BatchGas() {}

  /** The gas limit of a transaction that does this. */
  static long limit(Batch batch) {
    boolean alone = batch.isAlone();
    return (alone ? EscrowGas.TRANSACTION : TRANSACTION)
        + batch.intents().stream().mapToLong(intent -> gas(intent, alone)).sum();
  }

  private static long gas(Intent intent, boolean alone) {
    return switch (intent) {
      case Intent.Attest _ -> alone ? EscrowGas.ATTEST : ATTEST;
      case Intent.Finalize _, Intent.FinalizeDispute _ -> EscrowGas.SETTLE;
    };
  }
}
