package org.sessionsettlement.tempo.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/** Texts signed by wallets: ERC-191 version 0x45 ({@code personal_sign}). */
public final class PersonalMessage {
  private PersonalMessage() {}

  /** "\x19Ethereum Signed Message:\n" || length in bytes || message in UTF-8: what is signed. */
  public static Bytes envelope(String message) {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    byte[] prefix =
        ("\u0019Ethereum Signed Message:\n" + body.length).getBytes(StandardCharsets.US_ASCII);
    byte[] both = Arrays.copyOf(prefix, prefix.length + body.length);
    System.arraycopy(body, 0, both, prefix.length, body.length);
    return Bytes.of(both);
  }

  /** The keccak-256 of {@link #envelope}. */
  public static Hash32 hash(String message) {
    return Keccak256.hash(envelope(message));
  }

  /**
   * Who signed this message, with any kind of key.
   *
   * @throws InvalidSignatureException when these bytes are no signature over it
   */
  public static Address recover(String message, Bytes signature) {
    return PrimitiveSignature.decode(signature).recover(hash(message));
  }
}
