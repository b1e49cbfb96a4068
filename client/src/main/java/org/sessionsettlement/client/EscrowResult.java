package org.sessionsettlement.client;

import java.util.function.Function;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.Receipt;

/** What came of a transaction to the escrow. */
public sealed interface EscrowResult<T> {

  /** It was mined and did what it should. */
  record Done<T>(T value, Receipt receipt) implements EscrowResult<T> {}

  /**
   * The contract or the token refuses; nothing was changed. A fee was paid only where it was
   * refused when mined.
   *
   * @param reason the contract's own word, such as {@code TOO_EARLY}, or the token's error
   */
  record Refused<T>(String reason) implements EscrowResult<T> {}

  /** It was not mined while it was valid, and can never be mined any more: safe to try again. */
  record Expired<T>(Hash32 hash) implements EscrowResult<T> {}

  /** The same result about something else. */
  default <R> EscrowResult<R> map(Function<? super T, ? extends R> change) {
    if (this instanceof Done<T> done) {
      return new Done<>(change.apply(done.value()), done.receipt());
    }
    if (this instanceof Refused<T> refused) {
      return new Refused<>(refused.reason());
    }
    return new Expired<>(((Expired<T>) this).hash());
  }

  /**
   * The success, for callers to whom anything else is a surprise.
   *
   * @throws EscrowRefusedException with the contract's reason, or {@code EXPIRED_UNMINED}
   */
  default Done<T> orThrow() {
    if (this instanceof Done<T> done) {
      return done;
    }
    if (this instanceof Refused<T> refused) {
      throw new EscrowRefusedException(refused.reason());
    }
    throw new EscrowRefusedException("EXPIRED_UNMINED");
  }
}
