package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/** A secp256k1 key in memory. Its text form shows the address and never the key. */
public final class Secp256k1PrivateKey {
  private static final int SIZE = 32;

  private final Bytes secret;
  private final Bytes publicKey;
  private final Address address;

  private Secp256k1PrivateKey(Bytes secret) {
    this.secret = secret;
    this.publicKey = Bytes.of(Secp256k1Curves.CURVE.publicKey(secret.toArray()));
    this.address = Address.lastTwentyOf(Keccak256.hash(publicKey));
  }

  /**
   * The key of 32 bytes.
   *
   * @throws IllegalArgumentException when they are no key; the message does not repeat them
   */
  public static Secp256k1PrivateKey of(Bytes bytes) {
    if (!isKey(bytes)) {
      throw new IllegalArgumentException("a private key is 32 bytes between 1 and the order");
    }
    return new Secp256k1PrivateKey(bytes);
  }

  /** A new key. */
  public static Secp256k1PrivateKey generate(SecureRandom random) {
    byte[] bytes = new byte[SIZE];
    do {
      random.nextBytes(bytes);
    } while (!isKey(Bytes.of(bytes)));
    return new Secp256k1PrivateKey(Bytes.of(bytes));
  }

  private static boolean isKey(Bytes bytes) {
    BigInteger key = new BigInteger(1, bytes.toArray());
    return bytes.size() == SIZE && key.signum() > 0 && key.compareTo(Secp256k1Signature.ORDER) < 0;
  }

  /** The public key. */
  public Secp256k1PublicKey publicKey() {
    return Secp256k1PublicKey.fromBytes(publicKey);
  }

  /** The address of its public key. */
  public Address address() {
    return address;
  }

  /** Signs a hash; the same hash gives the same signature every time (RFC 6979). */
  public Secp256k1Signature sign(Hash32 hash) {
    return Secp256k1Curves.CURVE.sign(hash.toArray(), secret.toArray(), publicKey.toArray());
  }

  /** The key itself, for whoever keeps it: a keystore. */
  public Bytes secret() {
    return secret;
  }

  @Override
  public String toString() {
    return "Secp256k1PrivateKey[of " + address + "]";
  }
}
