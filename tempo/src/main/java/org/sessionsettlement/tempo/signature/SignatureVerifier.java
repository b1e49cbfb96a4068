package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiTuple;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.Hash32;

/**
 * The precompile that checks signatures of every kind on chain (TIP-1020, from hardfork T3 on):
 * what a contract would be told. Keychain signatures are not taken by these two functions.
 *
 * <p>Both reads revert with {@link #INVALID_FORMAT} for bytes that are no signature, and with
 * {@link #INVALID_SIGNATURE} for one that is not over the hash.
 */
public final class SignatureVerifier {
  /** Where it is on every Tempo chain. */
  public static final Address ADDRESS = Address.parse("0x5165300000000000000000000000000000000000");

  /** Revert data of {@code InvalidFormat()}. */
  public static final Bytes INVALID_FORMAT = Bytes.of(AbiWords.selector("InvalidFormat()"));

  /** Revert data of {@code InvalidSignature()}. */
  public static final Bytes INVALID_SIGNATURE = Bytes.of(AbiWords.selector("InvalidSignature()"));

  private SignatureVerifier() {}

  /** Who signed this hash. */
  public static ContractRead<Address> recover(Hash32 hash, Bytes signature) {
    Bytes data =
        new AbiTuple().word(hash.toArray()).bytes(signature).call("recover(bytes32,bytes)");
    return new ContractRead<>(ADDRESS, data, answer -> AbiWords.addressAt(answer, 0));
  }

  /** Whether this account signed this hash: false for a good signature by another one. */
  public static ContractRead<Boolean> verify(Address account, Hash32 hash, Bytes signature) {
    Bytes data =
        new AbiTuple()
            .address(account)
            .word(hash.toArray())
            .bytes(signature)
            .call("verify(address,bytes32,bytes)");
    return new ContractRead<>(
        ADDRESS, data, answer -> AbiWords.uintAt(answer, 0).equals(BigInteger.ONE));
  }
}
