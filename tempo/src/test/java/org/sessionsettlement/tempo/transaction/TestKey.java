package org.sessionsettlement.tempo.transaction;

import java.util.Random;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.KeyAccount;
import org.sessionsettlement.tempo.account.P256Account;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.account.WebAuthnAccount;
import org.sessionsettlement.tempo.signature.KeyType;
import org.sessionsettlement.tempo.signature.P256PrivateKey;
import org.sessionsettlement.tempo.testing.SoftwareAuthenticator;

/** A private key of any kind, for a test that hands it to another implementation too. */
record TestKey(KeyType type, Bytes secret) {
  static TestKey any(Random random) {
    return of(KeyType.of(random.nextInt(3)).orElseThrow(), random);
  }

  static TestKey secp256k1(Random random) {
    return of(KeyType.SECP256K1, random);
  }

  private static TestKey of(KeyType type, Random random) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    // Below both orders, and not zero.
    secret[0] = 1;
    return new TestKey(type, Bytes.of(secret));
  }

  KeyAccount account() {
    return switch (type) {
      case SECP256K1 -> secp256k1();
      case P256 -> P256Account.of(P256PrivateKey.of(secret));
      case WEBAUTHN ->
          new WebAuthnAccount(
              new SoftwareAuthenticator(
                  P256PrivateKey.of(secret), "example.com", "https://example.com"));
    };
  }

  Secp256k1Account secp256k1() {
    return Secp256k1Account.fromPrivateKey(secret.toString());
  }
}
