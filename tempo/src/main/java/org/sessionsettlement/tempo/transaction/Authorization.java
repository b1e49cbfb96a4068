package org.sessionsettlement.tempo.transaction;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.RlpWriter;
import org.sessionsettlement.tempo.account.Account;

/**
 * Lets an account run the code of a contract (EIP-7702, with Tempo's signatures).
 *
 * @param chainId 0 for any chain
 * @param address the contract whose code the account is to run; zero takes it back
 * @param nonce the account's own (protocol) nonce at which this holds
 */
public record Authorization(long chainId, Address address, long nonce) {
  private static final int TYPE = 0x05;

  /**
   * Checks the ranges.
   *
   * @throws InvalidTransactionException for a negative chain id or nonce
   */
  public Authorization {
    FieldRules.refuse(chainId < 0, TransactionFault.CHAIN_ID_OUT_OF_RANGE);
    FieldRules.refuse(nonce < 0, TransactionFault.NONCE_OUT_OF_RANGE);
  }

  /** What the account signs: 0x05 || rlp([chain id, address, nonce]). */
  public Bytes signingPayload() {
    RlpWriter out = new RlpWriter().raw(TYPE);
    int list = out.begin();
    write(out);
    return out.end(list).toBytes();
  }

  /** Signs it. */
  public SignedAuthorization sign(Account account) {
    return new SignedAuthorization(this, account.sign(signingPayload()));
  }

  void write(RlpWriter out) {
    out.integer(chainId).address(address).integer(nonce);
  }
}
