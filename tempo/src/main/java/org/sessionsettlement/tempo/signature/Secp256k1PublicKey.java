package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Keccak256;

/** A point of the curve secp256k1, affine coordinates. */
public record Secp256k1PublicKey(BigInteger x, BigInteger y) {
  private static final int COORDINATES = 2 * AbiWords.WORD;
  private static final int UNCOMPRESSED = 0x04;

  /**
   * Checks it.
   *
   * @throws InvalidSignatureException when it does not lie on the curve
   */
  public Secp256k1PublicKey {
    BouncyCastleCurve.checkPoint(x, y);
  }

  /**
   * Reads x || y, with or without the 0x04 of an uncompressed point (SEC 1, 2.3.3) before it.
   *
   * @throws InvalidSignatureException for another length or a point that is not on the curve
   */
  public static Secp256k1PublicKey fromBytes(Bytes bytes) {
    boolean prefixed = bytes.size() == 1 + COORDINATES && bytes.at(0) == UNCOMPRESSED;
    if (bytes.size() != COORDINATES && !prefixed) {
      throw new InvalidSignatureException("a public key has 64 bytes, x and y");
    }
    int at = prefixed ? 1 : 0;
    return new Secp256k1PublicKey(
        AbiWords.uintAt(bytes, at), AbiWords.uintAt(bytes, at + AbiWords.WORD));
  }

  /** The account of this key: the last 20 bytes of keccak256(x || y). */
  public Address address() {
    return Address.lastTwentyOf(Keccak256.hash(toBytes()));
  }

  /** x || y. */
  public Bytes toBytes() {
    byte[] bytes = new byte[COORDINATES];
    System.arraycopy(AbiWords.uint(x), 0, bytes, 0, AbiWords.WORD);
    System.arraycopy(AbiWords.uint(y), 0, bytes, AbiWords.WORD, AbiWords.WORD);
    return Bytes.of(bytes);
  }
}
