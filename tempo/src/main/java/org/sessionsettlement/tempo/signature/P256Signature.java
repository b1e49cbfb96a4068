package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

/**
 * A P-256 signature with its public key: 0x01 || r || s || x || y || prehash, 130 bytes, s in the
 * lower half of the order.
 *
 * @param prehash true when the key signed sha256(hash), as WebCrypto and the Android keystore do
 */
public record P256Signature(BigInteger r, BigInteger s, P256PublicKey publicKey, boolean prehash)
    implements PrimitiveSignature {
  /** The length of the byte form. */
  public static final int SIZE = 130;

  private static final int PREHASH_AT = SIZE - 1;

  /**
   * Checks the ranges.
   *
   * @throws InvalidSignatureException for r or s out of range or a high s
   */
  public P256Signature {
    P256Curve.checkRange(r, s);
  }

  static P256Signature fromBytes(Bytes bytes) {
    if (bytes.size() != SIZE) {
      throw new InvalidSignatureException("a P256 signature has 130 bytes, not " + bytes.size());
    }
    int prehash = bytes.at(PREHASH_AT);
    if (prehash > 1) {
      throw new InvalidSignatureException("the prehash byte is 0 or 1");
    }
    P256PublicKey key =
        new P256PublicKey(AbiWords.uintAt(bytes, 1 + 64), AbiWords.uintAt(bytes, 1 + 96));
    return new P256Signature(
        AbiWords.uintAt(bytes, 1), AbiWords.uintAt(bytes, 1 + 32), key, prehash == 1);
  }

  @Override
  public KeyType keyType() {
    return KeyType.P256;
  }

  @Override
  public Address recover(Hash32 hash) {
    byte[] digest = prehash ? Sha256.hash(hash.toArray()) : hash.toArray();
    if (!P256Curve.verifies(digest, r, s, publicKey)) {
      throw new InvalidSignatureException("the P256 signature is not over this hash");
    }
    return publicKey.address();
  }

  @Override
  public Bytes toBytes() {
    byte[] bytes = new byte[SIZE];
    bytes[0] = SignatureDecoding.P256;
    PointWords.write(bytes, 1, r, s, publicKey);
    bytes[PREHASH_AT] = (byte) (prehash ? 1 : 0);
    return Bytes.of(bytes);
  }
}
