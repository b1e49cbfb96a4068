package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import java.time.Duration;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** Pays somebody a dollar. Arguments: RPC address, private key, payee. */
final class FirstTransaction {
  private FirstTransaction() {}

  public static void main(String[] args) {
    System.out.println(run(args[0], args[1], args[2]));
  }

  static Receipt run(String url, String privateKey, String payee) {
    TempoRpc tempo = TempoRpc.at(url);
    Secp256k1Account me = Secp256k1Account.fromPrivateKey(privateKey);
    Tip20 dollars = new Tip20(Address.parse("0x20c0000000000000000000000000000000000001"));
    TempoTransaction transaction =
        TempoTransaction.builder()
            .chainId(tempo.chainId())
            .nonce(tempo.nonce(me.address()))
            .call(dollars.transfer(Address.parse(payee), BigInteger.valueOf(1_000_000)))
            .gasLimit(600_000)
            .maxFeePerGas(Fees.maxFeePerGas(tempo.baseFee(), BigInteger.ZERO))
            .feeToken(dollars.token())
            .build();
    return tempo.sendAndWait(transaction.sign(me), Duration.ofSeconds(30));
  }
}
