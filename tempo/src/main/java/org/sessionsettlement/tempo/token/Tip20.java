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
 * A TIP-20 token: calls and reads as values, amounts in token units. Calls return true or revert,
 * never false; the reverts are {@link Tip20Error}s.
 */
public record Tip20(Address token) {
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

  /** How much there is. */
  public ContractRead<BigInteger> totalSupply() {
    return read("totalSupply()", Tip20::uint);
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
