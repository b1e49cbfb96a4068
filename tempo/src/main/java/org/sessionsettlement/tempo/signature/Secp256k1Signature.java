package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * A secp256k1 signature with its recovery bit: 65 bytes r || s || v, v 27 or 28, s in the lower
 * half of the order, as Tempo and every Ethereum client want it.
 */
public record Secp256k1Signature(BigInteger r, BigInteger s, int yParity) {
  /** The length of the byte form. */
  public static final int SIZE = 65;

  /**
   * Checks the ranges.
   *
   * @throws InvalidSignatureException for r or s out of range, a high s, or a parity other than 0
   *     and 1
   */
  public Secp256k1Signature {
    if (r.signum() <= 0 || r.compareTo(Secp256k1.ORDER) >= 0) {
      throw new InvalidSignatureException("r out of range");
    }
    if (s.signum() <= 0 || s.compareTo(Secp256k1.HALF_ORDER) > 0) {
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
  public static Secp256k1Signature fromBytes(byte[] bytes) {
    if (bytes.length != SIZE) {
      throw new InvalidSignatureException("a signature has 65 bytes, not " + bytes.length);
    }
    int v = bytes[64] & 0xff;
    if (v != 27 && v != 28) {
      throw new InvalidSignatureException("v is 27 or 28, not " + v);
    }
    return new Secp256k1Signature(
        new BigInteger(1, bytes, 0, 32), new BigInteger(1, bytes, 32, 32), v - 27);
  }

  /** r || s || v. */
  public byte[] toBytes() {
    byte[] bytes = new byte[SIZE];
    System.arraycopy(AbiWords.uint(r), 0, bytes, 0, 32);
    System.arraycopy(AbiWords.uint(s), 0, bytes, 32, 32);
    bytes[64] = (byte) (27 + yParity);
    return bytes;
  }

  /**
   * The address whose key made this signature over {@code hash}.
   *
   * @throws InvalidSignatureException when no key could have made it
   */
  public Address recover(Hash32 hash) {
    return Secp256k1.recover(hash, this);
  }
}
