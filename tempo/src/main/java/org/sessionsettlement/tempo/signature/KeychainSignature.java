package org.sessionsettlement.tempo.signature;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/**
 * A signature by an access key for the account that authorized it (keychain V2): 0x04 || account ||
 * inner signature. The access key signs keccak256(0x04 || hash || account), so that what it signed
 * for one account is worth nothing for another.
 *
 * @param root the account that it signs for
 * @param inner made by the access key
 */
public record KeychainSignature(Address root, PrimitiveSignature inner) implements TempoSignature {
  private static final int ADDRESS = 20;
  private static final int HASH = 32;

  /** What an access key is given to sign: 0x04 || hash || account. */
  public static Bytes message(Hash32 hash, Address root) {
    byte[] message = new byte[1 + HASH + ADDRESS];
    message[0] = SignatureDecoding.KEYCHAIN_V2;
    hash.bytes().copyTo(message, 1);
    root.bytes().copyTo(message, 1 + HASH);
    return Bytes.of(message);
  }

  /**
   * The access key: the address of its public key, as the account keychain knows it.
   *
   * @throws InvalidSignatureException when the inner signature is not over this hash
   */
  public Address accessKey(Hash32 hash) {
    return inner.recover(Keccak256.hash(message(hash, root)));
  }

  /** The account, once the inner signature holds. */
  @Override
  public Address recover(Hash32 hash) {
    accessKey(hash);
    return root;
  }

  @Override
  public Bytes toBytes() {
    Bytes signature = inner.toBytes();
    byte[] bytes = new byte[1 + ADDRESS + signature.size()];
    bytes[0] = SignatureDecoding.KEYCHAIN_V2;
    root.bytes().copyTo(bytes, 1);
    signature.copyTo(bytes, 1 + ADDRESS);
    return Bytes.of(bytes);
  }
}
