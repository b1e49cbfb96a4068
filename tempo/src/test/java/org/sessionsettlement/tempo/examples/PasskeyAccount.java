package org.sessionsettlement.tempo.examples;

import java.security.SecureRandom;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.WebAuthnAccount;
import org.sessionsettlement.tempo.account.WebAuthnAuthenticator;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.signature.P256PrivateKey;
import org.sessionsettlement.tempo.testing.SoftwareAuthenticator;

/** A passkey pays: no seed phrase, and no key that leaves the phone. */
final class PasskeyAccount {
  private PasskeyAccount() {}

  /**
   * Pays a dollar out of the passkey's account.
   *
   * @param passkey in an app: {@code navigator.credentials.get} or Android's CredentialManager
   */
  static Receipt run(TempoRpc rpc, WebAuthnAuthenticator passkey, Address to) {
    WebAuthnAccount account = new WebAuthnAccount(passkey);
    return Payment.send(rpc, account, to, 1_000_000);
  }

  /** With a passkey in memory, on the local chain at this address. */
  public static void main(String[] args) {
    TempoRpc rpc = TempoRpc.at(args[0]);
    WebAuthnAuthenticator passkey =
        new SoftwareAuthenticator(
            P256PrivateKey.generate(new SecureRandom()), "example.com", "https://example.com");
    Payment.send(rpc, Payment.DEV, passkey.publicKey().address(), 5_000_000);
    System.out.println(run(rpc, passkey, Payment.DEV.address()));
  }
}
