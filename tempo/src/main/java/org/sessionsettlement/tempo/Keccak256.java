package org.sessionsettlement.tempo;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 as Ethereum uses it (the padding from before SHA-3 was standardised). */
public final class Keccak256 {
  private Keccak256() {}

  /** The hash of the parts, one after the other. */
  public static Hash32 hash(byte[]... parts) {
    KeccakDigest digest = new KeccakDigest(256);
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] out = new byte[32];
    digest.doFinal(out, 0);
    return Hash32.of(out);
  }

  /** The hash of the text's UTF-8 bytes. */
  public static Hash32 hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }
}
