package org.sessionsettlement.tempo.transaction;

import java.math.BigInteger;
import java.util.List;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.RlpWriter;
import org.sessionsettlement.tempo.account.Secp256k1Signer;
import org.sessionsettlement.tempo.signature.TempoSignature;

/**
 * A transaction of type 2 (EIP-1559).
 *
 * @param maxPriorityFeePerGas attodollars a gas on top of the base fee
 * @param maxFeePerGas attodollars a gas at most
 */
public record DynamicFeeTransaction(
    long chainId,
    long nonce,
    BigInteger maxPriorityFeePerGas,
    BigInteger maxFeePerGas,
    long gasLimit,
    Call call,
    List<AccessListEntry> accessList)
    implements Transaction {
  /** The transaction type. */
  public static final int TYPE = 0x02;

  /**
   * Checks everything that the chain checks without its state.
   *
   * @throws InvalidTransactionException naming the rule that is broken
   */
  public DynamicFeeTransaction {
    accessList = List.copyOf(accessList);
    FieldRules.checkFees(chainId, maxPriorityFeePerGas, maxFeePerGas, gasLimit);
    FieldRules.checkNonce(nonce);
    CallRules.check(call);
  }

  @Override
  public Bytes signingPayload() {
    return EthereumEncoding.payload(TYPE, this::fields);
  }

  /** Signs it. */
  public SignedTransaction sign(Secp256k1Signer account) {
    return EthereumEncoding.sign(this, account);
  }

  @Override
  public Bytes encode(TempoSignature signature) {
    return EthereumEncoding.signed(TYPE, this::fields, signature);
  }

  private void fields(RlpWriter out) {
    out.integer(chainId)
        .integer(nonce)
        .integer(maxPriorityFeePerGas)
        .integer(maxFeePerGas)
        .integer(gasLimit);
    TempoEncoding.call(out, call);
    AccessLists.write(out, accessList);
  }
}
