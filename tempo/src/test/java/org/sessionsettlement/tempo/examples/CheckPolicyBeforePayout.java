package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.policy.Payout;
import org.sessionsettlement.tempo.policy.PayoutAnswer;
import org.sessionsettlement.tempo.policy.PayoutCheck;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;

/**
 * Pays only what would arrive: a payment that a receiver's policy diverts succeeds all the same.
 */
final class CheckPolicyBeforePayout {
  private CheckPolicyBeforePayout() {}

  /** The RPC address and the payee; the payer's key is in PRIVATE_KEY. */
  public static void main(String[] args) {
    Secp256k1Account payer = Secp256k1Account.fromPrivateKey(System.getenv("PRIVATE_KEY"));
    Address payee = Address.parse(args[1]);
    System.out.println(run(TempoRpc.at(args[0]), payer, Tip20.PATH_USD, payee));
  }

  static PayoutAnswer run(TempoRpc rpc, Secp256k1Account payer, Address token, Address payee) {
    BigInteger amount = BigInteger.valueOf(1_000_000);
    Payout payout = new Payout(token, payer.address(), payee, amount);
    PayoutAnswer answer = new PayoutCheck(rpc).check(payout, BlockTag.LATEST);
    boolean arrives =
        answer instanceof PayoutAnswer.Allowed || answer instanceof PayoutAnswer.NotSupportedHere;
    if (arrives) {
      EstimateABatch.run(rpc, payer, List.of(new Tip20(token).transfer(payee, amount)));
    }
    return answer;
  }
}
