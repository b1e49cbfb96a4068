package org.sessionsettlement.cli.deploy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.escrow.EscrowCode;
import org.sessionsettlement.escrow.EscrowDeployment;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.MalformedAnswerException;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.rpc.TransactionTimeoutException;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** Puts an escrow on a chain: all that can be known is checked first, then one transaction. */
final class Deployer {
  private static final BigInteger TIP_PER_GAS = BigInteger.TEN.pow(9);
  private static final int TOKEN_DECIMALS = 6;

  /** After that, by the chain's clock, the transaction can no longer be mined. */
  private static final Duration VALIDITY = Duration.ofMinutes(2);

  private static final Duration RECEIPT_LIMIT = Duration.ofSeconds(150);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

  private final TempoRpc rpc;
  private final Secp256k1Account owner;
  private final EscrowSettings settings;

  /**
   * What a deployment would be.
   *
   * @param escrow where the contract would lie
   * @param maxFeeUnits more than this it cannot cost
   */
  record Plan(
      long chainId,
      Address owner,
      long nonce,
      Address escrow,
      Block block,
      BigInteger maxFeeUnits) {}

  /** A deployment that was made and verified. */
  record Deployed(Address escrow, Receipt receipt, BigInteger feeUnits, String codeHash) {}

  Deployer(TempoRpc rpc, Secp256k1Account owner, EscrowSettings settings) {
    this.rpc = rpc;
    this.owner = owner;
    this.settings = settings;
  }

  /** Checks chain, token and purse; sends nothing. */
  Plan plan(long namedChainId) {
    ChainCheck.require(rpc, namedChainId);
    Block block = rpc.block(BlockTag.LATEST);
    long nonce = rpc.nonce(owner.address());
    Plan plan =
        new Plan(
            namedChainId,
            owner.address(),
            nonce,
            Address.ofContract(owner.address(), nonce),
            block,
            Fees.inTokenUnits(EscrowGas.DEPLOY, maxPrice(block)));
    requirePaymentToken();
    requirePurse(plan);
    return plan;
  }

  /** Sends the transaction, waits for it, and verifies the code that it left. */
  Deployed deploy(Plan plan, Consumer<String> tell) {
    SignedTransaction signed = transaction(plan).sign(owner);
    tell.accept("sending " + signed.hash() + ", the escrow will be " + plan.escrow());
    Receipt receipt = send(signed);
    BigInteger fee = Fees.inTokenUnits(receipt.gasUsed(), receipt.effectiveGasPrice());
    if (!receipt.succeeded()) {
      throw Refusal.failed(
          "reverted", signed.hash() + " reverted; it cost " + fee + " units of the token");
    }
    Address escrow = receipt.contractAddress().orElse(plan.escrow());
    return new Deployed(escrow, receipt, fee, verifiedCodeHash(escrow));
  }

  private Receipt send(SignedTransaction signed) {
    try {
      return rpc.sendAndWait(signed, RECEIPT_LIMIT, POLL_INTERVAL);
    } catch (TransactionTimeoutException | RpcUnavailableException e) {
      throw Refusal.failed(
          "outcome_unknown",
          "no receipt for "
              + signed.hash()
              + ": look for it before trying again; it can be mined for "
              + VALIDITY.toSeconds()
              + " s after it was sent, not later");
    }
  }

  private TempoTransaction transaction(Plan plan) {
    return EscrowDeployment.transaction(settings)
        .chainId(plan.chainId())
        .maxPriorityFeePerGas(TIP_PER_GAS)
        .maxFeePerGas(maxPrice(plan.block()))
        .nonce(plan.nonce())
        .validBefore(plan.block().timestampSeconds() + VALIDITY.toSeconds())
        .build();
  }

  private static BigInteger maxPrice(Block block) {
    return Fees.maxFeePerGas(block.baseFeePerGas(), TIP_PER_GAS);
  }

  private String verifiedCodeHash(Address escrow) {
    Bytes code = rpc.code(escrow);
    if (!EscrowCode.paymentToken(code).equals(Optional.of(settings.paymentToken()))) {
      throw Refusal.failed(
          "code_not_ours",
          "the code at " + escrow + " is not the one that was sent; do not use it");
    }
    return Keccak256.hash(code.toArray()).toString();
  }

  private void requirePaymentToken() {
    Tip20 token = new Tip20(settings.paymentToken());
    try {
      int decimals = rpc.read(token.decimals(), BlockTag.LATEST);
      if (decimals != TOKEN_DECIMALS) {
        throw badToken("has " + decimals + " decimals, not " + TOKEN_DECIMALS);
      }
    } catch (RevertedException
        | RpcErrorException
        | MalformedAnswerException
        | ArithmeticException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      throw badToken("does not answer as a TIP-20 token on this chain");
    }
  }

  private Refusal badToken(String why) {
    return Refusal.misconfigured("bad_token", settings.paymentToken() + " " + why);
  }

  private void requirePurse(Plan plan) {
    Tip20 token = new Tip20(settings.paymentToken());
    BigInteger balance = rpc.read(token.balanceOf(plan.owner()), BlockTag.LATEST);
    if (balance.compareTo(plan.maxFeeUnits()) < 0) {
      throw Refusal.misconfigured(
          "cannot_pay",
          plan.owner()
              + " has "
              + balance
              + " units of the payment token; the fee can come to "
              + plan.maxFeeUnits());
    }
  }
}
