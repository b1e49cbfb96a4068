package org.sessionsettlement.localnet;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** Sends an account's transactions on the local chain, one after the other, fees in AlphaUSD. */
public final class LocalSender {
  private static final BigInteger TIP_PER_GAS = BigInteger.TEN.pow(9);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final TempoRpc rpc;
  private final Secp256k1Account account;

  public LocalSender(TempoRpc rpc, Secp256k1Account account) {
    this.rpc = rpc;
    this.account = account;
  }

  /**
   * Sends the calls as one transaction and waits for it.
   *
   * @throws LocalnetException if it reverts
   */
  public Receipt send(String what, List<Call> calls, long gasLimit) {
    TempoTransaction transaction =
        TempoTransaction.builder()
            .chainId(rpc.chainId())
            .maxPriorityFeePerGas(TIP_PER_GAS)
            .maxFeePerGas(Fees.maxFeePerGas(rpc.baseFee(), TIP_PER_GAS))
            .gasLimit(gasLimit)
            .calls(calls)
            .nonce(rpc.nonce(account.address()))
            .feeToken(Funding.ALPHA_USD)
            .build();
    Receipt receipt = rpc.sendAndWait(transaction.sign(account), LIMIT, Duration.ofMillis(20));
    if (!receipt.succeeded()) {
      throw new LocalnetException(what + " reverted");
    }
    return receipt;
  }
}
