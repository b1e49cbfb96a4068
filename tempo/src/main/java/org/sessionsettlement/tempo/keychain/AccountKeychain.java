package org.sessionsettlement.tempo.keychain;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.transaction.CallScope;
import org.sessionsettlement.tempo.transaction.KeyAuthorization;

/**
 * The precompile that keeps the access keys of every account (TIP-1011). Reads tell about any
 * account; calls change the keys of the account that sends them, which has to sign with its own
 * key. Reverts are {@link KeychainError}s.
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
        new AbiSequence()
            .word(AbiWords.address(key.keyId()))
            .number(key.keyType().number())
            .dynamic(restrictions(key)));
  }

  /** Ends a key for good. */
  public static Call revokeKey(Address keyId) {
    return call("revokeKey(address)", new AbiSequence().word(AbiWords.address(keyId)));
  }

  /**
   * From now on a key may spend so much of a token, whatever it spent before.
   *
   * @param units token units
   */
  public static Call updateSpendingLimit(Address keyId, Address token, BigInteger units) {
    return call(
        "updateSpendingLimit(address,address,uint256)",
        new AbiSequence()
            .word(AbiWords.address(keyId))
            .word(AbiWords.address(token))
            .word(AbiWords.uint(units)));
  }

  /** From now on a key may also call these contracts as stated, each in place of what it was. */
  public static Call setAllowedCalls(Address keyId, List<CallScope> scopes) {
    return call(
        "setAllowedCalls(address," + SCOPES + ")",
        new AbiSequence()
            .word(AbiWords.address(keyId))
            .array(scopes.size(), CallScopeAbi.sequence(scopes)));
  }

  /** From now on a key may not call this contract. */
  public static Call removeAllowedCalls(Address keyId, Address target) {
    return call(
        "removeAllowedCalls(address,address)",
        new AbiSequence().word(AbiWords.address(keyId)).word(AbiWords.address(target)));
  }

  private static AbiSequence restrictions(KeyAuthorization key) {
    AbiSequence limits = new AbiSequence();
    key.limits()
        .orElse(List.of())
        .forEach(
            limit ->
                limits
                    .word(AbiWords.address(limit.token()))
                    .word(AbiWords.uint(limit.limit()))
                    .number(limit.periodSeconds()));
    List<CallScope> scopes = key.scopes().orElse(List.of());
    return new AbiSequence()
        .word(AbiWords.uint(KeyExpiry.word(key.expirySeconds())))
        .flag(key.limits().isPresent())
        .array(key.limits().map(List::size).orElse(0), limits)
        .flag(key.scopes().isEmpty())
        .array(scopes.size(), CallScopeAbi.sequence(scopes));
  }

  private static Call call(String signature, AbiSequence arguments) {
    byte[] selector = AbiWords.selector(signature);
    byte[] encoded = arguments.encode();
    byte[] data = new byte[selector.length + encoded.length];
    System.arraycopy(selector, 0, data, 0, selector.length);
    System.arraycopy(encoded, 0, data, selector.length, encoded.length);
    return Call.to(ADDRESS, Bytes.of(data));
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
