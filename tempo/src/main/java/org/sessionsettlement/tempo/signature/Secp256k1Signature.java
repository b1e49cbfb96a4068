package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/**
 * A secp256k1 signature with its recovery bit: 65 bytes r || s || v, v 27 or 28, s in the lower
 * half of the order, as Tempo and every Ethereum client want it.
 */
public record Secp256k1Signature(BigInteger r, BigInteger s, int yParity)
    implements PrimitiveSignature {
  /** The order of the group. */
  static final BigInteger ORDER =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

  static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

  /** The length of the byte form. */
  public static final int SIZE = 65;

  /**
   * Checks the ranges.
   *
   * @throws InvalidSignatureException for r or s out of range, a high s, or a parity other than 0
   *     and 1
   */
  public Secp256k1Signature {
    if (r.signum() <= 0 || r.compareTo(ORDER) >= 0) {
      throw new InvalidSignatureException("r out of range");
    }
    if (s.signum() <= 0 || s.compareTo(HALF_ORDER) > 0) {
      throw new InvalidSignatureException("s out of range or in the upper half of the order");
    }
    if (yParity != 0 && yParity != 1) {
      throw new InvalidSignatureException("the parity is 0 or 1");
    }
  }

  /**
   * Reads r || s || v.
   *
   * @throws InvalidSignatureException for another length, a v other than 27 and 28, or values out
   *     of range
   */
  public static Secp256k1Signature fromBytes(Bytes bytes) {
    if (bytes.size() != SIZE) {
      throw new InvalidSignatureException("a signature has 65 bytes, not " + bytes.size());
    }
    int v = bytes.at(64);
    if (v != 27 && v != 28) {
      throw new InvalidSignatureException("v is 27 or 28, not " + v);
    }
    return new Secp256k1Signature(AbiWords.uintAt(bytes, 0), AbiWords.uintAt(bytes, 32), v - 27);
  }

  @Override
  public KeyType keyType() {
    return KeyType.SECP256K1;
  }

  /** r || s || v. */
  @Override
  public Bytes toBytes() {
    byte[] bytes = new byte[SIZE];
    System.arraycopy(AbiWords.uint(r), 0, bytes, 0, 32);
    System.arraycopy(AbiWords.uint(s), 0, bytes, 32, 32);
    bytes[64] = (byte) (27 + yParity);
    return Bytes.of(bytes);
  }

  /**
   * The address whose key made this signature over {@code hash}.
   *
   * @throws InvalidSignatureException when no key could have made it
   */
  @Override
  public Address recover(Hash32 hash) {
    byte[] key = Secp256k1Curves.CURVE.recover(hash.toArray(), this);
    return Address.lastTwentyOf(Keccak256.hash(key));
  }
}
