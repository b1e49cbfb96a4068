package org.sessionsettlement.tempo.transaction;

import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.Secp256k1Signer;

/** The fee payer's side of a transaction. */
final class FeePayment {
  private FeePayment() {}

  static TempoTransaction pay(
      TempoTransaction transaction, Address sender, Secp256k1Signer payer, Address feeToken) {
    FieldRules.refuse(
        !(transaction.sponsorship() instanceof Sponsorship.Asked),
        TransactionFault.SPONSORSHIP_NOT_ASKED);
    FieldRules.refuse(payer.address().equals(sender), TransactionFault.SPONSORED_BY_SENDER);
    TempoTransaction priced =
        transaction.toBuilder().sponsorship(Sponsorship.NONE).feeToken(feeToken).build();
    return priced.toBuilder()
        .sponsorship(
            new Sponsorship.Given(payer.sign(TempoEncoding.feePayerPayload(priced, sender))))
        .build();
  }

  static Optional<Address> payer(TempoTransaction transaction, Address sender) {
    if (!(transaction.sponsorship() instanceof Sponsorship.Given given)) {
      return Optional.empty();
    }
    return Optional.of(
        given
            .signature()
            .recover(Keccak256.hash(TempoEncoding.feePayerPayload(transaction, sender))));
  }
}
