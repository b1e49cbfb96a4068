package org.sessionsettlement.tempo.token;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/**
 * The EIP-712 domain of a token's permits (TIP-1004).
 *
 * @param name the token's {@code name()} as it is now
 */
public record PermitDomain(String name, long chainId, Address token) {
  private static final Hash32 TYPE =
      Keccak256.hash(
          "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
  private static final Hash32 VERSION = Keccak256.hash("1");

  /** What the token answers as {@code DOMAIN_SEPARATOR()}. */
  public Hash32 separator() {
    return Keccak256.hash(
        TYPE.toArray(),
        Keccak256.hash(name).toArray(),
        VERSION.toArray(),
        AbiWords.uint(BigInteger.valueOf(chainId)),
        AbiWords.address(token));
  }
}
