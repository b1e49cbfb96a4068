package org.sessionsettlement.tempo.keychain;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sessionsettlement.tempo.AbiTuple;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.revert.PrecompileError;
import org.sessionsettlement.tempo.transaction.CallScope;
import org.sessionsettlement.tempo.transaction.KeyAuthorization;

/**
 * The precompile that keeps the access keys of every account (TIP-1011). Reads tell about any
 * account; calls change the keys of the account that sends them, which has to sign with its own
 * key. Reverts are {@link PrecompileError}s.
 *
 * <p>A key is made known by a {@link KeyAuthorization} in a transaction of the account; {@link
 * #authorizeKey} does the same by a call.
 */
public final class AccountKeychain {
  /** Where it is on every Tempo chain. */
  public static final Address ADDRESS = Address.parse("0xaAAAaaAA00000000000000000000000000000000");

  private static final String SCOPES = "(address,(bytes4,address[])[])[]";
  private static final String RESTRICTIONS =
      "(uint64,bool,(address,uint256,uint64)[],bool," + SCOPES + ")";

  private AccountKeychain() {}

  /** What is known of a key of an account. */
  public static ContractRead<AccessKey> key(Address account, Address keyId) {
    return read("getKey(address,address)", AccessKey::read, account, keyId);
  }

  /**
   * What a key may still spend of a token. Fees count: those that the key's transactions pay in
   * this token are taken off. 0 units for a key without limits, and for one that is not known or no
   * longer.
   */
  public static ContractRead<RemainingLimit> remainingLimit(
      Address account, Address keyId, Address token) {
    return read(
        "getRemainingLimitWithPeriod(address,address,address)",
        RemainingLimit::read,
        account,
        keyId,
        token);
  }

  /**
   * What a key may call; empty for one that may call everything, an empty list for one that is not
   * known or no longer.
   */
  public static ContractRead<Optional<List<CallScope>>> allowedCalls(
      Address account, Address keyId) {
    return read("getAllowedCalls(address,address)", CallScopeAbi::read, account, keyId);
  }

  /** Makes a key known; the authorization's chain id is not looked at, and nobody signs it. */
  public static Call authorizeKey(KeyAuthorization key) {
    return call(
        "authorizeKey(address,uint8," + RESTRICTIONS + ")",
        new AbiTuple()
            .address(key.keyId())
            .number(key.keyType().number())
            .dynamic(restrictions(key)));
  }

  /** Ends a key for good. */
  public static Call revokeKey(Address keyId) {
    return call("revokeKey(address)", new AbiTuple().address(keyId));
  }

  /**
   * From now on a key may spend so much of a token, whatever it spent before.
   *
   * @param units token units
   */
  public static Call updateSpendingLimit(Address keyId, Address token, BigInteger units) {
    return call(
        "updateSpendingLimit(address,address,uint256)",
        new AbiTuple().address(keyId).address(token).word(AbiWords.uint(units)));
  }

  /** From now on a key may also call these contracts as stated, each in place of what it was. */
  public static Call setAllowedCalls(Address keyId, List<CallScope> scopes) {
    return call(
        "setAllowedCalls(address," + SCOPES + ")",
        new AbiTuple().address(keyId).array(scopes.size(), CallScopeAbi.sequence(scopes)));
  }

  /** From now on a key may not call this contract. */
  public static Call removeAllowedCalls(Address keyId, Address target) {
    return call(
        "removeAllowedCalls(address,address)", new AbiTuple().address(keyId).address(target));
  }

  private static AbiTuple restrictions(KeyAuthorization key) {
    AbiTuple limits = new AbiTuple();
    key.limits()
        .orElse(List.of())
        .forEach(
            limit ->
                limits
                    .address(limit.token())
                    .word(AbiWords.uint(limit.limit()))
                    .number(limit.periodSeconds()));
    List<CallScope> scopes = key.scopes().orElse(List.of());
    return new AbiTuple()
        .word(AbiWords.uint(KeyExpiry.word(key.expirySeconds())))
        .flag(key.limits().isPresent())
        .array(key.limits().map(List::size).orElse(0), limits)
        .flag(key.scopes().isEmpty())
        .array(scopes.size(), CallScopeAbi.sequence(scopes));
  }

  private static Call call(String signature, AbiTuple arguments) {
    return Call.to(ADDRESS, arguments.call(signature));
  }

  private static <T> ContractRead<T> read(
      String signature, Function<Bytes, T> decode, Address... arguments) {
    byte[][] words = new byte[arguments.length][];
    for (int i = 0; i < arguments.length; i++) {
      words[i] = AbiWords.address(arguments[i]);
    }
    return new ContractRead<>(ADDRESS, AbiWords.call(signature, words), decode);
  }
}
