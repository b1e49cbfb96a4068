package org.sessionsettlement.tempo.signature;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

/**
 * A signature that Tempo takes under a transaction: by an account's own key or by an access key.
 */
public sealed interface TempoSignature permits PrimitiveSignature, KeychainSignature {
  /** The byte form; secp256k1 has 65 bytes, all others begin with the byte of their kind. */
  Bytes toBytes();

  /**
   * The account for which this signature over {@code hash} stands. For {@link KeychainSignature} it
   * says that some key signed for the account; whether the account let it is on the chain.
   *
   * @throws InvalidSignatureException when it is no signature over this hash
   */
  Address recover(Hash32 hash);

  /**
   * Reads the byte form.
   *
   * @throws InvalidSignatureException for an unknown kind, a wrong length or values out of range
   */
  static TempoSignature decode(Bytes bytes) {
    return SignatureDecoding.decode(bytes);
  }
}
