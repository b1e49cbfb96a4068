package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** Two ways to send transactions that do not wait for each other. */
final class ParallelNonces {
  private static final long VALID_SECONDS = 25;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private ParallelNonces() {}

  /** A sequence of its own: in order among themselves, and beside all others. */
  static Receipt onKey(
      TempoRpc tempo, Account me, Address feeToken, BigInteger key, long nonce, Call call) {
    TempoTransaction transaction =
        blank(tempo, feeToken).call(call).nonceKey(key).nonce(nonce).build();
    return tempo.sendAndWait(transaction.sign(me), TIMEOUT);
  }

  /** No order at all: each is mined within 25 seconds of the chain's time, or never. */
  static List<Receipt> expiring(TempoRpc tempo, Account me, Address feeToken, Call... calls) {
    long validBefore = tempo.block(tempo.blockNumber()).timestampSeconds() + VALID_SECONDS;
    List<SignedTransaction> signed =
        Stream.of(calls)
            .map(call -> blank(tempo, feeToken).call(call).expiringNonce(validBefore).build())
            .map(transaction -> transaction.sign(me))
            .toList();
    signed.forEach(one -> tempo.sendRaw(one.bytes()));
    return signed.stream()
        .map(one -> tempo.await(one.hash(), TIMEOUT, TempoRpc.DEFAULT_POLL_INTERVAL))
        .toList();
  }

  private static TempoTransaction.Builder blank(TempoRpc tempo, Address feeToken) {
    return TempoTransaction.builder()
        .chainId(tempo.chainId())
        .gasLimit(1_000_000)
        .maxFeePerGas(Fees.maxFeePerGas(tempo.baseFee(), BigInteger.ZERO))
        .feeToken(feeToken);
  }
}
