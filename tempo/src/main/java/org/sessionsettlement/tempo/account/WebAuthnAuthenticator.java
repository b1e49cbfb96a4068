package org.sessionsettlement.tempo.account;

import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.signature.P256PublicKey;

/** A passkey: what a browser ({@code navigator.credentials.get}) or a phone does for us. */
public interface WebAuthnAuthenticator {
  /** The credential's public key, known since it was made. */
  P256PublicKey publicKey();

  /**
   * Asks the user.
   *
   * @param challenge what clientDataJSON must carry, in unpadded base64url
   */
  Assertion get(Hash32 challenge);

  /**
   * What came back.
   *
   * @param authenticatorData 37 bytes
   * @param clientDataJson the UTF-8 bytes that the browser collected, unchanged
   * @param signature in DER
   */
  record Assertion(Bytes authenticatorData, Bytes clientDataJson, Bytes signature) {}
}
