package org.sessionsettlement.tempo;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 as Ethereum uses it (the padding from before SHA-3 was standardised). */
public final class Keccak256 {
  private static final int BITS = 256;

  private Keccak256() {}

  /** The hash of the parts, one after the other. */
  public static Hash32 hash(byte[]... parts) {
    KeccakDigest digest = new KeccakDigest(BITS);
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    return finish(digest);
  }

  /** The hash of these bytes. */
  public static Hash32 hash(Bytes bytes) {
    return hash(bytes.unshared(), 0, bytes.size());
  }

  static Hash32 hash(byte[] bytes, int from, int length) {
    KeccakDigest digest = new KeccakDigest(BITS);
    digest.update(bytes, from, length);
    return finish(digest);
  }

  private static Hash32 finish(KeccakDigest digest) {
    byte[] out = new byte[BITS / Byte.SIZE];
    digest.doFinal(out, 0);
    return Hash32.of(out);
  }

  /** The hash of the text's UTF-8 bytes. */
  public static Hash32 hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }
}
