package org.sessionsettlement.tempo.transaction;

import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.Secp256k1Signer;
import org.sessionsettlement.tempo.signature.TempoSignature;

/** A transaction with its sender's signature. Two are the same when their bytes are. */
public final class SignedTransaction {
  private final Transaction transaction;
  private final TempoSignature signature;
  private final Bytes bytes;
  private final Hash32 hash;
  private final Address sender;

  SignedTransaction(
      Transaction transaction, TempoSignature signature, Bytes bytes, Address sender) {
    this.transaction = transaction;
    this.signature = signature;
    this.bytes = bytes;
    this.hash = Keccak256.hash(bytes);
    this.sender = sender;
  }

  /**
   * Reads a signed transaction of any type, checks it as a builder would, and recovers its sender.
   *
   * @throws org.sessionsettlement.tempo.MalformedRlpException when the bytes are cut off, too long,
   *     not canonical or of another shape
   * @throws InvalidTransactionException when the chain would refuse it
   * @throws org.sessionsettlement.tempo.signature.InvalidSignatureException when a signature in it
   *     is none, or not over this transaction
   */
  public static SignedTransaction decode(Bytes bytes) {
    return TransactionDecoding.decode(bytes);
  }

  /** What was signed. */
  public Transaction transaction() {
    return transaction;
  }

  /** The sender's signature. */
  public TempoSignature signature() {
    return signature;
  }

  /** What {@code eth_sendRawTransaction} takes. */
  public Bytes bytes() {
    return bytes;
  }

  /** The transaction hash, known before it is sent. */
  public Hash32 hash() {
    return hash;
  }

  /** Who signed it; with an access key, the account that it signed for. */
  public Address sender() {
    return sender;
  }

  /**
   * Who pays the fee instead of the sender; empty when nobody does (yet).
   *
   * @throws org.sessionsettlement.tempo.signature.InvalidSignatureException when the fee payer's
   *     signature is none
   */
  public Optional<Address> feePayer() {
    return transaction instanceof TempoTransaction tempo
        ? FeePayment.payer(tempo, sender)
        : Optional.empty();
  }

  /**
   * Pays the fee of a transaction whose sender asked for it ({@link
   * TempoTransaction.Builder#sponsored}), in a token of the payer's choice.
   *
   * @throws InvalidTransactionException when nobody asked, or the payer is the sender
   */
  public SignedTransaction sponsoredBy(Secp256k1Signer payer, Address feeToken) {
    if (!(transaction instanceof TempoTransaction tempo)) {
      throw new InvalidTransactionException(TransactionFault.SPONSORSHIP_NOT_ASKED);
    }
    TempoTransaction paid = FeePayment.pay(tempo, sender, payer, feeToken);
    return new SignedTransaction(paid, signature, paid.encode(signature), sender);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedTransaction that && bytes.equals(that.bytes);
  }

  @Override
  public int hashCode() {
    return bytes.hashCode();
  }

  @Override
  public String toString() {
    return "SignedTransaction[" + hash + " of " + sender + "]";
  }
}
