package org.sessionsettlement.tempo.transaction;

import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.signature.TempoSignature;

/** A transaction that Tempo takes: its own type 0x76, or Ethereum's types 0, 1 and 2. */
public sealed interface Transaction
    permits AccessListTransaction, DynamicFeeTransaction, LegacyTransaction, TempoTransaction {
  /** What is hashed and signed. */
  Bytes signingPayload();

  /** The hash that the sender signs. */
  default Hash32 signingHash() {
    return Keccak256.hash(signingPayload());
  }

  /**
   * The byte form with a signature under it.
   *
   * @throws InvalidTransactionException when this type does not take this kind of signature
   */
  Bytes encode(TempoSignature signature);

  /**
   * Puts a signature made elsewhere under it; the sender is whoever made it.
   *
   * @throws org.sessionsettlement.tempo.signature.InvalidSignatureException when it is not over
   *     this transaction
   */
  default SignedTransaction signedBy(TempoSignature signature) {
    return new SignedTransaction(
        this, signature, encode(signature), signature.recover(signingHash()));
  }
}
