package org.sessionsettlement.tempo.account;

import java.security.SecureRandom;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.signature.Secp256k1PrivateKey;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;

/**
 * An account that holds its secp256k1 key in memory. Its text form shows the address and never the
 * key.
 */
public final class Secp256k1Account implements Secp256k1Signer {
  private final Secp256k1PrivateKey key;

  /** The account of this key. */
  public Secp256k1Account(Secp256k1PrivateKey key) {
    this.key = key;
  }

  /**
   * The account of a private key: 64 hex digits, with or without {@code 0x}.
   *
   * @throws IllegalArgumentException when it is no key; the message does not repeat it
   */
  public static Secp256k1Account fromPrivateKey(String hex) {
    return new Secp256k1Account(Secp256k1PrivateKey.of(Bytes.fromHex(hex)));
  }

  /** An account with a new key. */
  public static Secp256k1Account generate(SecureRandom random) {
    return new Secp256k1Account(Secp256k1PrivateKey.generate(random));
  }

  @Override
  public Address address() {
    return key.address();
  }

  @Override
  public Secp256k1Signature sign(Bytes message) {
    return sign(Keccak256.hash(message));
  }

  /** Signs a hash; the same hash gives the same signature every time (RFC 6979). */
  public Secp256k1Signature sign(Hash32 hash) {
    return key.sign(hash);
  }

  @Override
  public String toString() {
    return "Secp256k1Account[" + address() + "]";
  }
}
