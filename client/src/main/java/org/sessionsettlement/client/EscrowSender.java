package org.sessionsettlement.client;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.revert.Revert;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.rpc.TransactionTimeoutException;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/**
 * Sends one wallet's calls to the escrow as single transactions of type 0x76, fees in the
 * stablecoin.
 *
 * <p>Each has an expiring nonce: it is mined within {@link #VALIDITY_SECONDS} of chain time or
 * never, so that a lost answer never leaves the wallet in doubt for long, and no transaction waits
 * for another.
 */
final class EscrowSender {
  /** Below the 30 s that the chain allows an expiring nonce. */
  static final long VALIDITY_SECONDS = 25;

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final int MAX_LOOKS = 24;

  private final TempoRpc rpc;
  private final long chainId;
  private final Account wallet;
  private final Address feeToken;

  EscrowSender(TempoRpc rpc, long chainId, Account wallet, Address feeToken) {
    this.rpc = rpc;
    this.chainId = chainId;
    this.wallet = wallet;
    this.feeToken = feeToken;
  }

  /**
   * Tries the last of the calls first, without a transaction, and sends all as one if nothing
   * speaks against it.
   *
   * @param gasLimit what is not used is not paid
   */
  EscrowResult<Receipt> send(List<Call> calls, long gasLimit) {
    Call decisive = calls.get(calls.size() - 1);
    Optional<String> objection = objection(decisive, calls.size() > 1);
    if (objection.isPresent()) {
      return new EscrowResult.Refused<>(objection.get());
    }
    Block head = rpc.block(BlockTag.LATEST);
    long validBefore = head.timestampSeconds() + VALIDITY_SECONDS;
    SignedTransaction signed = transaction(calls, gasLimit, head, validBefore).sign(wallet);
    rpc.sendRaw(signed.bytes());
    return follow(signed, validBefore)
        .map(receipt -> judge(receipt, decisive))
        .orElseGet(() -> new EscrowResult.Expired<>(signed.hash()));
  }

  private TempoTransaction transaction(
      List<Call> calls, long gasLimit, Block head, long validBefore) {
    BigInteger tip = rpc.gasPrice().subtract(head.baseFeePerGas()).max(BigInteger.ZERO);
    return TempoTransaction.builder()
        .chainId(chainId)
        .maxPriorityFeePerGas(tip)
        .maxFeePerGas(Fees.maxFeePerGas(head.baseFeePerGas(), tip))
        .gasLimit(gasLimit)
        .calls(calls)
        .expiringNonce(validBefore)
        .feeToken(feeToken)
        .build();
  }

  /** Empty once a block is past the validity without it; throws if the chain stands still. */
  private Optional<Receipt> follow(SignedTransaction signed, long validBefore) {
    int looks = 0;
    while (rpc.block(BlockTag.LATEST).timestampSeconds() < validBefore) {
      try {
        return Optional.of(rpc.await(signed.hash(), LOOK, POLL));
      } catch (TransactionTimeoutException e) {
        looks++;
        if (looks == MAX_LOOKS) {
          throw e;
        }
      }
    }
    return rpc.receipt(signed.hash());
  }

  private EscrowResult<Receipt> judge(Receipt receipt, Call decisive) {
    if (receipt.succeeded()) {
      return new EscrowResult.Done<>(receipt, receipt);
    }
    return new EscrowResult.Refused<>(objection(decisive, false).orElse("REVERTED"));
  }

  /**
   * What the node says against a call.
   *
   * @param afterApproval the call is preceded by an approval that the node does not know of, so
   *     that a missing allowance means that every check before the payment was passed
   */
  private Optional<String> objection(Call call, boolean afterApproval) {
    try {
      rpc.simulate(wallet.address(), call, BlockTag.LATEST);
      return Optional.empty();
    } catch (RevertedException e) {
      if (afterApproval && e.revert() instanceof Revert.Token) {
        return Optional.empty();
      }
      return Optional.of(e.reason().orElse("REVERTED"));
    }
  }
}
