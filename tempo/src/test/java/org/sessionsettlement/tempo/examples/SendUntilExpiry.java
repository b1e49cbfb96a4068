package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import java.time.Duration;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Expiry;
import org.sessionsettlement.tempo.rpc.SendOutcome;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** Pays, and knows within half a minute whether it was paid or never will be. */
public final class SendUntilExpiry {
  private static final Address ALPHA_USD =
      Address.parse("0x20c0000000000000000000000000000000000001");
  private static final long VALID_SECONDS = 25;
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private SendUntilExpiry() {}

  /** Arguments: the node's http address, a private key, who is paid, token units. */
  public static void main(String[] args) {
    Secp256k1Account payer = Secp256k1Account.fromPrivateKey(args[1]);
    Call payment = new Tip20(ALPHA_USD).transfer(Address.parse(args[2]), new BigInteger(args[3]));
    System.out.println(run(TempoRpc.at(args[0]), payer, payment));
  }

  /** What became of the payment. */
  static SendOutcome run(TempoRpc rpc, Secp256k1Account payer, Call payment) {
    Block head = rpc.block(BlockTag.LATEST);
    long validBefore = head.timestampSeconds() + VALID_SECONDS;
    SignedTransaction signed =
        TempoTransaction.builder()
            .chainId(rpc.chainId())
            .maxFeePerGas(Fees.maxFeePerGas(head.baseFeePerGas(), BigInteger.ZERO))
            .gasLimit(1_000_000)
            .call(payment)
            .feeToken(ALPHA_USD)
            .expiringNonce(validBefore)
            .build()
            .sign(payer);
    return rpc.sendUntil(signed, new Expiry(validBefore, BlockTag.FINALIZED), TIMEOUT);
  }
}
