package org.sessionsettlement.tempo.token;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.revert.Tip20Error;

/**
 * What issuers and admins of a TIP-20 token do: calls as values. Without the role each reverts with
 * {@link Tip20Error#UNAUTHORIZED}.
 */
public record Tip20Issuer(Address token) {
  /** Makes tokens; {@link TokenRole#ISSUER}. */
  public Call mint(Address to, BigInteger amount) {
    return call("mint(address,uint256)", AbiWords.address(to), AbiWords.uint(amount));
  }

  /** Makes tokens, with 32 bytes for the books; {@link TokenRole#ISSUER}. */
  public Call mintWithMemo(Address to, BigInteger amount, Hash32 memo) {
    return call(
        "mintWithMemo(address,uint256,bytes32)",
        AbiWords.address(to),
        AbiWords.uint(amount),
        memo.toArray());
  }

  /** Destroys the caller's own tokens; {@link TokenRole#ISSUER}. */
  public Call burn(BigInteger amount) {
    return call("burn(uint256)", AbiWords.uint(amount));
  }

  /** Destroys the caller's own tokens, with 32 bytes for the books; {@link TokenRole#ISSUER}. */
  public Call burnWithMemo(BigInteger amount, Hash32 memo) {
    return call("burnWithMemo(uint256,bytes32)", AbiWords.uint(amount), memo.toArray());
  }

  /** Destroys tokens of an account that may not send; {@link TokenRole#BURN_BLOCKED}. */
  public Call burnBlocked(Address from, BigInteger amount) {
    return call("burnBlocked(address,uint256)", AbiWords.address(from), AbiWords.uint(amount));
  }

  /** Stops all transfers; {@link TokenRole#PAUSE}. */
  public Call pause() {
    return call("pause()");
  }

  /** Lets transfers go on; {@link TokenRole#UNPAUSE}. */
  public Call unpause() {
    return call("unpause()");
  }

  /** Gives a role; its admin role, mostly {@link TokenRole#DEFAULT_ADMIN}. */
  public Call grantRole(TokenRole role, Address account) {
    return call("grantRole(bytes32,address)", role.id().toArray(), AbiWords.address(account));
  }

  /** Takes a role; its admin role, mostly {@link TokenRole#DEFAULT_ADMIN}. */
  public Call revokeRole(TokenRole role, Address account) {
    return call("revokeRole(bytes32,address)", role.id().toArray(), AbiWords.address(account));
  }

  /** Gives the caller's own role back. */
  public Call renounceRole(TokenRole role) {
    return call("renounceRole(bytes32)", role.id().toArray());
  }

  /** Puts the token under a TIP-403 policy; {@link TokenRole#DEFAULT_ADMIN}. */
  public Call changeTransferPolicyId(long policyId) {
    return call("changeTransferPolicyId(uint64)", AbiWords.uint(BigInteger.valueOf(policyId)));
  }

  /** Another cap, at least what there is; {@link TokenRole#DEFAULT_ADMIN}. */
  public Call setSupplyCap(BigInteger cap) {
    return call("setSupplyCap(uint256)", AbiWords.uint(cap));
  }

  /** Announces another quote token; {@link TokenRole#DEFAULT_ADMIN}. */
  public Call setNextQuoteToken(Address quoteToken) {
    return call("setNextQuoteToken(address)", AbiWords.address(quoteToken));
  }

  /** Takes the announced quote token; {@link TokenRole#DEFAULT_ADMIN}. */
  public Call completeQuoteTokenUpdate() {
    return call("completeQuoteTokenUpdate()");
  }

  private Call call(String signature, byte[]... words) {
    return Call.to(token, AbiWords.call(signature, words));
  }
}
