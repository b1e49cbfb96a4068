package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** Pays many at once: all of them or none, one signature, one fee. */
final class BatchOfCalls {
  /** A transfer to an account that never had this token writes a fresh storage word. */
  private static final long GAS_A_TRANSFER = 320_000;

  private static final long GAS_OF_A_TRANSACTION = 300_000;

  private BatchOfCalls() {}

  static Receipt run(TempoRpc tempo, Account me, Tip20 token, Map<Address, BigInteger> payroll) {
    List<Call> transfers =
        payroll.entrySet().stream().map(e -> token.transfer(e.getKey(), e.getValue())).toList();
    TempoTransaction transaction =
        TempoTransaction.builder()
            .chainId(tempo.chainId())
            .nonce(tempo.nonce(me.address()))
            .calls(transfers)
            .gasLimit(GAS_OF_A_TRANSACTION + GAS_A_TRANSFER * transfers.size())
            .maxFeePerGas(Fees.maxFeePerGas(tempo.baseFee(), BigInteger.ZERO))
            .feeToken(token.token())
            .build();
    return tempo.sendAndWait(transaction.sign(me), Duration.ofSeconds(30));
  }
}
