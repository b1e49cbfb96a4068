package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.fee.BatchGas;
import org.sessionsettlement.tempo.fee.FeeCap;
import org.sessionsettlement.tempo.fee.FeeFunds;
import org.sessionsettlement.tempo.fee.FeeMarket;
import org.sessionsettlement.tempo.fee.FeeQuote;
import org.sessionsettlement.tempo.fee.GasEstimate;
import org.sessionsettlement.tempo.fee.GasExtras;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** Finds out what a batch costs, refuses to pay too much for it, and sends it. */
final class EstimateABatch {
  private static final Address FEE_TOKEN = Tip20.PATH_USD;
  private static final BigInteger MAX_TIP_PER_GAS = BigInteger.valueOf(1_000_000_000);

  /** One dollar. */
  private static final FeeCap CAP = new FeeCap(BigInteger.valueOf(1_000_000));

  private EstimateABatch() {}

  /** The RPC address; the sender's key is in PRIVATE_KEY. */
  public static void main(String[] args) {
    TempoRpc rpc = TempoRpc.at(args[0]);
    Secp256k1Account sender = Secp256k1Account.fromPrivateKey(System.getenv("PRIVATE_KEY"));
    Tip20 token = new Tip20(Tip20.PATH_USD);
    Call approve = token.approve(sender.address(), BigInteger.TEN);
    Call pull = token.transferFrom(sender.address(), sender.address(), BigInteger.TEN);
    System.out.println(run(rpc, sender, List.of(approve, pull)));
  }

  static Sent run(TempoRpc rpc, Secp256k1Account sender, List<Call> calls) {
    long nonce = rpc.nonce(sender.address());
    GasEstimate gas =
        new BatchGas(rpc).estimate(sender.address(), calls, GasExtras.ownNonce(nonce));
    FeeQuote price = new FeeMarket(rpc, MAX_TIP_PER_GAS).quote();
    FeeFunds.read(rpc, sender.address(), FEE_TOKEN, price.most(gas.limit()), BlockTag.LATEST)
        .orThrow();
    TempoTransaction transaction =
        TempoTransaction.builder()
            .chainId(rpc.chainId())
            .nonce(nonce)
            .gasLimit(gas.limit())
            .maxFeePerGas(price.maxFeePerGas())
            .maxPriorityFeePerGas(price.tipPerGas())
            .feeToken(FEE_TOKEN)
            .calls(calls)
            .build();
    return new Sent(
        gas, rpc.sendAndWait(CAP.allow(transaction).sign(sender), Duration.ofSeconds(30)));
  }

  /** What was expected and what became of it. */
  record Sent(GasEstimate gas, Receipt receipt) {}
}
