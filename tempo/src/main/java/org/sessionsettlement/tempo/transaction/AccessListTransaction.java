package org.sessionsettlement.tempo.transaction;

import java.math.BigInteger;
import java.util.List;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.RlpWriter;
import org.sessionsettlement.tempo.account.Secp256k1Signer;
import org.sessionsettlement.tempo.signature.TempoSignature;

/**
 * A transaction of type 1 (EIP-2930).
 *
 * @param gasPrice attodollars a gas
 */
public record AccessListTransaction(
    long chainId,
    long nonce,
    BigInteger gasPrice,
    long gasLimit,
    Call call,
    List<AccessListEntry> accessList)
    implements Transaction {
  /** The transaction type. */
  public static final int TYPE = 0x01;

  /**
   * Checks everything that the chain checks without its state.
   *
   * @throws InvalidTransactionException naming the rule that is broken
   */
  public AccessListTransaction {
    accessList = List.copyOf(accessList);
    FieldRules.checkFees(chainId, BigInteger.ZERO, gasPrice, gasLimit);
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
    out.integer(chainId).integer(nonce).integer(gasPrice).integer(gasLimit);
    TempoEncoding.call(out, call);
    AccessLists.write(out, accessList);
  }
}
