package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import java.time.Duration;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.Secp256k1Signer;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** A guest without a token for fees signs; the shop pays, after a look at what it pays for. */
final class SponsoredTransaction {
  private SponsoredTransaction() {}

  /** The guest's side: signed bytes that ask for a sponsor. */
  static Bytes ask(TempoRpc tempo, Account guest, Call call) {
    return TempoTransaction.builder()
        .chainId(tempo.chainId())
        .nonce(tempo.nonce(guest.address()))
        .call(call)
        .gasLimit(1_000_000)
        .maxFeePerGas(Fees.maxFeePerGas(tempo.baseFee(), BigInteger.ZERO))
        .sponsored()
        .build()
        .sign(guest)
        .bytes();
  }

  /** The sponsor's side: reads what was signed, pays only for calls of one contract. */
  static Receipt pay(
      TempoRpc tempo, Secp256k1Signer sponsor, Address feeToken, Address only, Bytes asked) {
    SignedTransaction signed = SignedTransaction.decode(asked);
    TempoTransaction transaction = (TempoTransaction) signed.transaction();
    boolean ours =
        transaction.calls().stream().allMatch(call -> call.to().filter(only::equals).isPresent());
    if (!ours) {
      throw new IllegalArgumentException("we pay for calls of " + only + " only");
    }
    return tempo.sendAndWait(signed.sponsoredBy(sponsor, feeToken), Duration.ofSeconds(30));
  }
}
