package org.sessionsettlement.tempo.token;

import java.math.BigInteger;
import java.util.Map;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Signer;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;
import org.sessionsettlement.tempo.signature.typeddata.TypedData;
import org.sessionsettlement.tempo.signature.typeddata.TypedField;

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
  private static final String STRUCT = "Permit";

  /** What the owner signs. */
  public TypedData typedData() {
    return TypedData.builder(STRUCT)
        .domain(domain.typedDataDomain())
        .struct(
            STRUCT,
            new TypedField("owner", "address"),
            new TypedField("spender", "address"),
            new TypedField("value", "uint256"),
            new TypedField("nonce", "uint256"),
            new TypedField("deadline", "uint256"))
        .message(
            Map.of(
                "owner", owner,
                "spender", spender,
                "value", value,
                "nonce", nonce,
                "deadline", deadline))
        .build();
  }

  /** Signs it; whether it is the owner who does, {@link #call} checks. */
  public Secp256k1Signature sign(Secp256k1Signer account) {
    return account.sign(typedData().signingPayload());
  }

  /**
   * The call that gives the allowance, to be sent by anybody.
   *
   * @throws IllegalArgumentException when the owner did not make the signature; the token would
   *     revert with InvalidSignature
   */
  public Call call(Secp256k1Signature signature) {
    if (!signature.recover(typedData().hash()).equals(owner)) {
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
