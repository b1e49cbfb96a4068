package org.sessionsettlement.tempo.signature;

import fr.acinq.secp256k1.Secp256k1;
import fr.acinq.secp256k1.Secp256k1Exception;
import java.util.Arrays;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Bytes;

/** The curve by libsecp256k1: constant time, and several times as fast. */
final class NativeCurve implements Secp256k1Curve {
  private static final int SCALAR = 32;
  private final Secp256k1 library;

  /**
   * Loads it.
   *
   * @throws IllegalStateException when there is none for this platform
   * @throws LinkageError when its jar is not there
   */
  NativeCurve() {
    this.library = Secp256k1.get();
  }

  @Override
  public byte[] publicKey(byte[] privateKey) {
    return coordinates(library.pubkeyCreate(privateKey));
  }

  @Override
  public Secp256k1Signature sign(byte[] hash, byte[] privateKey, byte[] publicKey) {
    byte[] rs = library.sign(hash, privateKey, null);
    // The library keeps the parity to itself; of the two keys that fit, one is ours.
    byte[] even = coordinates(library.ecdsaRecover(rs, hash, 0));
    int parity = Arrays.equals(even, publicKey) ? 0 : 1;
    Bytes words = Bytes.of(rs);
    return new Secp256k1Signature(
        AbiWords.uintAt(words, 0), AbiWords.uintAt(words, SCALAR), parity);
  }

  @Override
  public byte[] recover(byte[] hash, Secp256k1Signature signature) {
    byte[] rs = Arrays.copyOf(signature.toBytes().toArray(), 2 * SCALAR);
    try {
      return coordinates(library.ecdsaRecover(rs, hash, signature.yParity()));
    } catch (Secp256k1Exception impossible) {
      throw new InvalidSignatureException("no key could have made this signature");
    }
  }

  private static byte[] coordinates(byte[] uncompressed) {
    return Arrays.copyOfRange(uncompressed, 1, uncompressed.length);
  }
}
