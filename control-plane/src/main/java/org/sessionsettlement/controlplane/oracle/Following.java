package org.sessionsettlement.controlplane.oracle;

import java.util.Optional;

/**
 * What to do about a transaction that was stored, judged from its receipt and the trusted block.
 */
sealed interface Following {
  record End(Stage.Over how) implements Following {}

  /** It was mined and did not do it: the chain's state says why. */
  record AskChain() implements Following {}

  /** Neither mined nor expired: the stored bytes may go out (again). */
  record StillOpen() implements Following {}

  /** Mined, in a block that is not trusted yet. */
  record AwaitTrust() implements Following {}

  /**
   * Judges.
   *
   * @param time read before the receipt was, so that an absent receipt after a trusted block past
   *     the end proves that the transaction can never be mined
   */
  static Following of(
      StoredTransaction transaction, ChainTime time, Optional<ReceiptSeen> receipt) {
    if (receipt.isEmpty()) {
      return time.trustedSeconds() >= transaction.validBeforeSeconds()
          ? new End(new Stage.Expired())
          : new StillOpen();
    }
    var seen = receipt.get();
    if (seen.mined().block() > time.trustedBlock()) {
      return new AwaitTrust();
    }
    return seen.didIt() ? new End(new Stage.Confirmed(Optional.of(seen.mined()))) : new AskChain();
  }
}
