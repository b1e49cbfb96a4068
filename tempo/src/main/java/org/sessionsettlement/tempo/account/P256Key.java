package org.sessionsettlement.tempo.account;

import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.signature.P256PublicKey;

/**
 * A P-256 key that does not leave the place where it is kept: the Android keystore, WebCrypto, a
 * security module.
 */
public interface P256Key {
  /** Its public half. */
  P256PublicKey publicKey();

  /**
   * Signs sha256(data), as {@code Signature.getInstance("SHA256withECDSA")} does.
   *
   * @return the signature in DER (RFC 3279, 2.2.3)
   */
  Bytes signSha256(Bytes data);
}
