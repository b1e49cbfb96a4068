package org.sessionsettlement.tempo.fee;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.token.Tip20;

/**
 * The precompile that takes fees: who pays in which token, and the pools that turn one into
 * another. A transaction pays with its own fee token, else with the one its payer prefers, else
 * with the token whose transfers are all that it does, else with {@link Tip20#PATH_USD}.
 */
public final class FeeManager {
  /** Where it is on every Tempo chain. */
  public static final Address ADDRESS = Address.parse("0xfeEC000000000000000000000000000000000000");

  private FeeManager() {}

  /**
   * Prefers a token from now on. A transaction of this call alone, without a fee token of its own,
   * pays with that token already.
   */
  public static Call setUserToken(Address token) {
    return call("setUserToken(address)", AbiWords.address(token));
  }

  /** The token that an account prefers, where it said so. */
  public static ContractRead<Optional<Address>> userToken(Address account) {
    return read(
        "userTokens(address)",
        data -> Optional.of(AbiWords.addressAt(data, 0)).filter(token -> !token.isZero()),
        AbiWords.address(account));
  }

  /** The token that a validator (a block's beneficiary) wants its fees in. */
  public static ContractRead<Address> validatorToken(Address validator) {
    return read(
        "validatorTokens(address)",
        data -> AbiWords.addressAt(data, 0),
        AbiWords.address(validator));
  }

  /** The reserves between a sender's token and a validator's; empty where nobody put any in. */
  public static ContractRead<FeePool> pool(Address userToken, Address validatorToken) {
    return read(
        "getPool(address,address)",
        FeePool::read,
        AbiWords.address(userToken),
        AbiWords.address(validatorToken));
  }

  /**
   * Puts validator tokens of the caller into a pool, so that the user token can pay fees.
   *
   * @param amount validator token units; the first deposit has more than 2,000, of which 1,000
   *     shares stay in the pool for ever
   */
  public static Call addLiquidity(
      Address userToken, Address validatorToken, BigInteger amount, Address shareholder) {
    return call(
        "mint(address,address,uint256,address)",
        AbiWords.address(userToken),
        AbiWords.address(validatorToken),
        AbiWords.uint(amount),
        AbiWords.address(shareholder));
  }

  private static Call call(String signature, byte[]... words) {
    return Call.to(ADDRESS, AbiWords.call(signature, words));
  }

  private static <T> ContractRead<T> read(
      String signature, Function<Bytes, T> decode, byte[]... words) {
    return new ContractRead<>(ADDRESS, AbiWords.call(signature, words), decode);
  }
}
