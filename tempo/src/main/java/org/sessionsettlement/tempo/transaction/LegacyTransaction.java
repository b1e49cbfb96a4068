package org.sessionsettlement.tempo.transaction;

import java.math.BigInteger;
import java.util.OptionalLong;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.RlpWriter;
import org.sessionsettlement.tempo.account.Secp256k1Signer;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;
import org.sessionsettlement.tempo.signature.TempoSignature;

/**
 * A transaction without a type.
 *
 * @param chainId the chain that it is for (EIP-155); empty for one that any chain would take
 * @param gasPrice attodollars a gas
 */
public record LegacyTransaction(
    OptionalLong chainId, long nonce, BigInteger gasPrice, long gasLimit, Call call)
    implements Transaction {
  private static final int V_WITHOUT_CHAIN = 27;
  private static final int V_WITH_CHAIN = 35;

  /**
   * Checks everything that the chain checks without its state.
   *
   * @throws InvalidTransactionException naming the rule that is broken
   */
  public LegacyTransaction {
    FieldRules.checkFees(chainId.orElse(1), BigInteger.ZERO, gasPrice, gasLimit);
    FieldRules.checkNonce(nonce);
    // v = chain id x 2 + 36 must still be a number that is read back.
    FieldRules.refuse(
        chainId.orElse(1) > Long.MAX_VALUE / 2 - V_WITH_CHAIN,
        TransactionFault.CHAIN_ID_OUT_OF_RANGE);
    CallRules.check(call);
  }

  @Override
  public Bytes signingPayload() {
    RlpWriter out = new RlpWriter();
    int list = out.begin();
    fields(out);
    chainId.ifPresent(id -> out.integer(id).empty().empty());
    return out.end(list).toBytes();
  }

  /** Signs it. */
  public SignedTransaction sign(Secp256k1Signer account) {
    return EthereumEncoding.sign(this, account);
  }

  @Override
  public Bytes encode(TempoSignature signature) {
    Secp256k1Signature ecdsa = EthereumEncoding.secp256k1(signature);
    RlpWriter out = new RlpWriter();
    int list = out.begin();
    fields(out);
    out.integer(v(ecdsa.yParity())).integer(ecdsa.r()).integer(ecdsa.s());
    return out.end(list).toBytes();
  }

  private long v(int yParity) {
    return yParity
        + (chainId.isPresent() ? chainId.getAsLong() * 2 + V_WITH_CHAIN : V_WITHOUT_CHAIN);
  }

  private void fields(RlpWriter out) {
    out.integer(nonce).integer(gasPrice).integer(gasLimit);
    TempoEncoding.call(out, call);
  }
}
