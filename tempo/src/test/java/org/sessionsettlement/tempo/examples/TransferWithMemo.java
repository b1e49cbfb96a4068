package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.token.Tip20Event;

/** Pays an invoice and finds the payment in the receipt by its memo. */
final class TransferWithMemo {
  private static final BigInteger FIVE_DOLLARS = BigInteger.valueOf(5_000_000);

  private TransferWithMemo() {}

  /** The RPC address and the payee; the payer's key is in PRIVATE_KEY. */
  public static void main(String[] args) {
    Secp256k1Account payer = Secp256k1Account.fromPrivateKey(System.getenv("PRIVATE_KEY"));
    System.out.println(run(TempoRpc.at(args[0]), payer, Address.parse(args[1]), "invoice 2026-17"));
  }

  static Tip20Event.TransferWithMemo run(
      TempoRpc rpc, Secp256k1Account payer, Address payee, String invoice) {
    Tip20 token = new Tip20(Tip20.PATH_USD);
    Hash32 memo = Keccak256.hash(invoice);
    Receipt receipt =
        EstimateABatch.run(rpc, payer, List.of(token.transferWithMemo(payee, FIVE_DOLLARS, memo)))
            .receipt();
    return receipt.logs().stream()
        .filter(log -> log.address().equals(token.token()))
        .map(Tip20Event::decode)
        .flatMap(Optional::stream)
        .filter(Tip20Event.TransferWithMemo.class::isInstance)
        .map(Tip20Event.TransferWithMemo.class::cast)
        .filter(transfer -> transfer.memo().equals(memo))
        .findFirst()
        .orElseThrow();
  }
}
