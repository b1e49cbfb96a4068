package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import java.time.Duration;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** What these examples have in common: a payment in AlphaUSD, the fee in it too. */
final class Payment {
  static final Address ALPHA_USD = Address.parse("0x20c0000000000000000000000000000000000001");

  /** Of the dev mnemonic: everybody knows it, and it has money on local chains alone. */
  static final Secp256k1Account DEV =
      Secp256k1Account.fromPrivateKey(
          "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private Payment() {}

  /** The next transaction of an account, its gas price twice what would do now. */
  static TempoTransaction.Builder next(TempoRpc rpc, Address sender) {
    return TempoTransaction.builder()
        .chainId(rpc.chainId())
        .nonce(rpc.nonce(sender))
        .maxFeePerGas(rpc.gasPrice().multiply(BigInteger.TWO))
        .gasLimit(2_000_000)
        .feeToken(ALPHA_USD);
  }

  /** Pays so many millionths of a dollar and waits until it is mined. */
  static Receipt send(TempoRpc rpc, Account from, Address to, long units) {
    TempoTransaction payment =
        next(rpc, from.address())
            .call(new Tip20(ALPHA_USD).transfer(to, BigInteger.valueOf(units)))
            .build();
    return rpc.sendAndWait(payment.sign(from), TIMEOUT);
  }

  static Receipt send(TempoRpc rpc, TempoTransaction transaction, Account from) {
    return rpc.sendAndWait(transaction.sign(from), TIMEOUT);
  }
}
