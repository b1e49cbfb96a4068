package org.sessionsettlement.tempo.account;

import java.util.function.Function;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.signature.DerSignature;
import org.sessionsettlement.tempo.signature.KeyType;
import org.sessionsettlement.tempo.signature.P256PrivateKey;
import org.sessionsettlement.tempo.signature.P256PublicKey;
import org.sessionsettlement.tempo.signature.P256Signature;

/** An account with a P-256 key. */
public final class P256Account implements KeyAccount {
  private final P256PublicKey publicKey;
  private final Function<Hash32, P256Signature> signer;

  private P256Account(P256PublicKey publicKey, Function<Hash32, P256Signature> signer) {
    this.publicKey = publicKey;
    this.signer = signer;
  }

  /** With the key in memory. */
  public static P256Account of(P256PrivateKey key) {
    return new P256Account(key.publicKey(), key::sign);
  }

  /**
   * With a key kept elsewhere. Signing may throw what the keeper throws, and {@link
   * org.sessionsettlement.tempo.signature.InvalidSignatureException} when it answers no DER.
   */
  public static P256Account of(P256Key key) {
    P256PublicKey publicKey = key.publicKey();
    return new P256Account(
        publicKey, hash -> DerSignature.decode(key.signSha256(hash.bytes())).prehashed(publicKey));
  }

  /** The public key. */
  public P256PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public Address address() {
    return publicKey.address();
  }

  @Override
  public KeyType keyType() {
    return KeyType.P256;
  }

  @Override
  public P256Signature sign(Bytes message) {
    return signer.apply(Keccak256.hash(message));
  }

  @Override
  public String toString() {
    return "P256Account[" + address() + "]";
  }
}
