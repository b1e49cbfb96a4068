package org.sessionsettlement.tempo.token;

import java.math.BigInteger;
import java.util.function.Function;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.revert.Tip20Error;

/**
 * A TIP-20 token as its holders and payers see it: calls and reads as values, amounts in token
 * units. Calls return true or revert, never false; the reverts are {@link Tip20Error}s. What only
 * an issuer may do is in {@link Tip20Issuer}.
 */
public record Tip20(Address token) {
  /** The first stablecoin: pays fees where nothing else is preferred. */
  public static final Address PATH_USD =
      Address.parse("0x20c0000000000000000000000000000000000000");

  /** Lets {@code spender} take up to {@code amount}. */
  public Call approve(Address spender, BigInteger amount) {
    return call("approve(address,uint256)", AbiWords.address(spender), AbiWords.uint(amount));
  }

  /** Moves the sender's tokens. */
  public Call transfer(Address to, BigInteger amount) {
    return call("transfer(address,uint256)", AbiWords.address(to), AbiWords.uint(amount));
  }

  /** Moves the sender's tokens, with 32 bytes for the books. */
  public Call transferWithMemo(Address to, BigInteger amount, Hash32 memo) {
    return call(
        "transferWithMemo(address,uint256,bytes32)",
        AbiWords.address(to),
        AbiWords.uint(amount),
        memo.toArray());
  }

  /** Moves tokens out of an allowance. */
  public Call transferFrom(Address from, Address to, BigInteger amount) {
    return call(
        "transferFrom(address,address,uint256)",
        AbiWords.address(from),
        AbiWords.address(to),
        AbiWords.uint(amount));
  }

  /** Moves tokens out of an allowance, with 32 bytes for the books. */
  public Call transferFromWithMemo(Address from, Address to, BigInteger amount, Hash32 memo) {
    return call(
        "transferFromWithMemo(address,address,uint256,bytes32)",
        AbiWords.address(from),
        AbiWords.address(to),
        AbiWords.uint(amount),
        memo.toArray());
  }

  /** What an account has. */
  public ContractRead<BigInteger> balanceOf(Address owner) {
    return read("balanceOf(address)", Tip20::uint, AbiWords.address(owner));
  }

  /** What {@code spender} may still take. */
  public ContractRead<BigInteger> allowance(Address owner, Address spender) {
    return read(
        "allowance(address,address)",
        Tip20::uint,
        AbiWords.address(owner),
        AbiWords.address(spender));
  }

  /** The nonce of an owner's next {@link Permit}. */
  public ContractRead<BigInteger> permitNonce(Address owner) {
    return read("nonces(address)", Tip20::uint, AbiWords.address(owner));
  }

  /**
   * The token's own EIP-712 domain separator, which that of a {@link Permit#typedData} must equal.
   */
  public ContractRead<Hash32> domainSeparator() {
    return read("DOMAIN_SEPARATOR()", data -> Hash32.of(data.slice(0, AbiWords.WORD).toArray()));
  }

  /** How much there is. */
  public ContractRead<BigInteger> totalSupply() {
    return read("totalSupply()", Tip20::uint);
  }

  /** How much there may be; at most 2^128 - 1. */
  public ContractRead<BigInteger> supplyCap() {
    return read("supplyCap()", Tip20::uint);
  }

  /** Decimals; 6 for every USD token. */
  public ContractRead<Integer> decimals() {
    return read("decimals()", data -> uint(data).intValueExact());
  }

  /** The ticker. */
  public ContractRead<String> symbol() {
    return read("symbol()", AbiWords::string);
  }

  /** The token's name. */
  public ContractRead<String> name() {
    return read("name()", AbiWords::string);
  }

  /** The currency it stands for, such as {@code USD}; only USD tokens pay fees. */
  public ContractRead<String> currency() {
    return read("currency()", AbiWords::string);
  }

  /** The token that it is traded against on the exchange. */
  public ContractRead<Address> quoteToken() {
    return read("quoteToken()", data -> AbiWords.addressAt(data, 0));
  }

  /** True while nobody may transfer. */
  public ContractRead<Boolean> paused() {
    return read("paused()", data -> AbiWords.boolAt(data, 0));
  }

  /** The TIP-403 policy that says who may send and receive it. */
  public ContractRead<Long> transferPolicyId() {
    return read("transferPolicyId()", data -> uint(data).longValueExact());
  }

  /** True when an account has a role. */
  public ContractRead<Boolean> hasRole(Address account, TokenRole role) {
    return read(
        "hasRole(address,bytes32)",
        data -> AbiWords.boolAt(data, 0),
        AbiWords.address(account),
        role.id().toArray());
  }

  private Call call(String signature, byte[]... words) {
    return Call.to(token, AbiWords.call(signature, words));
  }

  private <T> ContractRead<T> read(String signature, Function<Bytes, T> decode, byte[]... words) {
    return new ContractRead<>(token, AbiWords.call(signature, words), decode);
  }

  private static BigInteger uint(Bytes data) {
    return AbiWords.uintAt(data, 0);
  }
}
