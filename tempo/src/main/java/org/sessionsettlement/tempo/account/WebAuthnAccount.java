package org.sessionsettlement.tempo.account;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.WebAuthnAuthenticator.Assertion;
import org.sessionsettlement.tempo.signature.DerSignature;
import org.sessionsettlement.tempo.signature.KeyType;
import org.sessionsettlement.tempo.signature.P256PublicKey;
import org.sessionsettlement.tempo.signature.WebAuthnSignature;

/** An account whose key is a passkey. */
public final class WebAuthnAccount implements KeyAccount {
  private final WebAuthnAuthenticator authenticator;
  private final P256PublicKey publicKey;

  /** The account of this passkey. */
  public WebAuthnAccount(WebAuthnAuthenticator authenticator) {
    this.authenticator = authenticator;
    this.publicKey = authenticator.publicKey();
  }

  @Override
  public Address address() {
    return publicKey.address();
  }

  @Override
  public KeyType keyType() {
    return KeyType.WEBAUTHN;
  }

  /**
   * Asks the user for an assertion over keccak256(message), and checks it before it is used.
   *
   * @throws org.sessionsettlement.tempo.signature.InvalidSignatureException when the answer is not
   *     by this passkey over this challenge, or not what Tempo takes
   */
  @Override
  public WebAuthnSignature sign(Bytes message) {
    Hash32 hash = Keccak256.hash(message);
    Assertion assertion = authenticator.get(hash);
    DerSignature der = DerSignature.decode(assertion.signature());
    WebAuthnSignature signature =
        new WebAuthnSignature(
            assertion.authenticatorData(), assertion.clientDataJson(), der.r(), der.s(), publicKey);
    signature.recover(hash);
    return signature;
  }

  @Override
  public String toString() {
    return "WebAuthnAccount[" + address() + "]";
  }
}
