package org.sessionsettlement.tempo.account;

import java.math.BigInteger;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.signature.PersonalMessage;
import org.sessionsettlement.tempo.signature.Secp256k1;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;

/**
 * An account that holds its secp256k1 key in memory. Its text form shows the address and never the
 * key.
 */
public final class Secp256k1Account {
  private final BigInteger privateKey;
  private final Address address;

  private Secp256k1Account(BigInteger privateKey) {
    this.privateKey = privateKey;
    this.address = Secp256k1.addressOf(privateKey);
  }

  /**
   * The account of a private key: 64 hex digits, with or without {@code 0x}.
   *
   * @throws IllegalArgumentException when it is no key; the message does not repeat it
   */
  public static Secp256k1Account fromPrivateKey(String hex) {
    byte[] bytes = Hex.decode(hex);
    BigInteger key = new BigInteger(1, bytes);
    if (bytes.length != 32 || key.signum() == 0 || key.compareTo(Secp256k1.ORDER) >= 0) {
      throw new IllegalArgumentException("a private key is 32 bytes between 1 and the order");
    }
    return new Secp256k1Account(key);
  }

  /** The account's address. */
  public Address address() {
    return address;
  }

  /** Signs a hash; the same hash gives the same signature every time (RFC 6979). */
  public Secp256k1Signature sign(Hash32 hash) {
    return Secp256k1.sign(hash, privateKey);
  }

  /** Signs a text as wallets do (ERC-191, version E): 65 bytes r || s || v. */
  public byte[] signPersonalMessage(String message) {
    return sign(PersonalMessage.hash(message)).toBytes();
  }

  @Override
  public String toString() {
    return "Secp256k1Account[" + address + "]";
  }
}
