package org.sessionsettlement.tempo.signature.typeddata;

import org.jspecify.annotations.Nullable;

/** Turns a value into its 32-byte word (EIP-712, encodeData). */
interface AtomicEncoder {
  /**
   * The word.
   *
   * @throws InvalidTypedDataException when it is no value of the type
   */
  byte[] encode(@Nullable Object value);
}
