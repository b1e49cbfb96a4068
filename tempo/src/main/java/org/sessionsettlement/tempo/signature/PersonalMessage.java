package org.sessionsettlement.tempo.signature;

import java.nio.charset.StandardCharsets;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/** Texts signed by wallets: ERC-191 version 0x45 ({@code personal_sign}). */
public final class PersonalMessage {
  private PersonalMessage() {}

  /** keccak256("\x19Ethereum Signed Message:\n" || length in bytes || message in UTF-8). */
  public static Hash32 hash(String message) {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    byte[] prefix =
        ("\u0019Ethereum Signed Message:\n" + body.length).getBytes(StandardCharsets.US_ASCII);
    return Keccak256.hash(prefix, body);
  }

  /**
   * Who signed this message.
   *
   * @param signature 65 bytes r || s || v
   * @throws InvalidSignatureException when they are no signature
   */
  public static Address recover(String message, byte[] signature) {
    return Secp256k1Signature.fromBytes(signature).recover(hash(message));
  }
}
