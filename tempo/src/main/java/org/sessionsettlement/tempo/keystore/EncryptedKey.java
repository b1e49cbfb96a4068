package org.sessionsettlement.tempo.keystore;

import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;

/** What a keystore file says. */
record EncryptedKey(
    KeystoreParameters parameters,
    Bytes salt,
    Bytes iv,
    Bytes ciphertext,
    Bytes mac,
    Optional<Address> address) {
  private static final int MAC = 32;
  private static final int CIPHERTEXT = 32;

  EncryptedKey {
    if (iv.size() != KeystoreCipher.IV) {
      throw new MalformedKeystoreException("the initial counter has 16 bytes");
    }
    if (ciphertext.size() != CIPHERTEXT || mac.size() != MAC) {
      throw new MalformedKeystoreException("ciphertext and mac have 32 bytes each");
    }
    if (salt.size() > KeystoreLimits.MAX_SALT_BYTES) {
      throw new MalformedKeystoreException("a salt that is too long");
    }
  }
}
