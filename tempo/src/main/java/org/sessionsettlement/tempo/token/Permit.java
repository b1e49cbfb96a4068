package org.sessionsettlement.tempo.token;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;

/**
 * An allowance given by a signature instead of a transaction (TIP-1004, which is EIP-2612): whoever
 * holds the signature may send it. Tokens take v, r and s: only secp256k1 accounts can permit, the
 * others put an {@link Tip20#approve} into their batch.
 *
 * @param value token units
 * @param nonce the owner's {@link Tip20#permitNonce}
 * @param deadline unix seconds: mined in a block of that second at the latest
 */
public record Permit(
    PermitDomain domain,
    Address owner,
    Address spender,
    BigInteger value,
    BigInteger nonce,
    BigInteger deadline) {
  private static final Hash32 TYPE =
      Keccak256.hash(
          "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

  /** EIP-712's hashStruct of the permit. */
  public Hash32 structHash() {
    return Keccak256.hash(
        TYPE.toArray(),
        AbiWords.address(owner),
        AbiWords.address(spender),
        AbiWords.uint(value),
        AbiWords.uint(nonce),
        AbiWords.uint(deadline));
  }

  /** What the owner signs. */
  public Hash32 digest() {
    return Keccak256.hash(
        new byte[] {0x19, 0x01}, domain.separator().toArray(), structHash().toArray());
  }

  /**
   * The call that gives the allowance, to be sent by anybody.
   *
   * @throws IllegalArgumentException when the owner did not make the signature; the token would
   *     revert with InvalidSignature
   */
  public Call call(Secp256k1Signature signature) {
    if (!signature.recover(digest()).equals(owner)) {
      throw new IllegalArgumentException("a permit that its owner did not sign");
    }
    return Call.to(
        domain.token(),
        AbiWords.call(
            "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)",
            AbiWords.address(owner),
            AbiWords.address(spender),
            AbiWords.uint(value),
            AbiWords.uint(deadline),
            AbiWords.uint(BigInteger.valueOf(27 + signature.yParity())),
            AbiWords.uint(signature.r()),
            AbiWords.uint(signature.s())));
  }
}
