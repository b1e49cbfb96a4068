package org.sessionsettlement.controlplane.oracle;

import java.util.Optional;

/**
 * What to do about a transaction that was stored, judged from its receipt and the trusted block.
 */
sealed interface Following {
  /** Mined for good: what it did is done, and what it did not do the chain's state explains. */
  record Settled(ReceiptSeen receipt) implements Following {}

  /** Its validity ran out, provably without it. */
  record Expired() implements Following {}

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
          ? new Expired()
          : new StillOpen();
    }
    return receipt.get().mined().block() > time.trustedBlock()
        ? new AwaitTrust()
        : new Settled(receipt.get());
  }
}
