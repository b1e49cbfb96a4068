package org.sessionsettlement.tempo.keystore;

import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Keccak256;

/** The derived key at work: its first half encrypts (AES-128-CTR), its second authenticates. */
final class KeystoreCipher {
  static final int SALT = 32;
  static final int IV = 16;
  static final int DERIVED = 32;
  private static final int HALF = DERIVED / 2;

  private final byte[] derived;

  private KeystoreCipher(byte[] derived) {
    this.derived = derived;
  }

  static KeystoreCipher derive(byte[] password, byte[] salt, KeystoreParameters parameters) {
    if (parameters instanceof KeystoreParameters.Pbkdf2 pbkdf2) {
      return new KeystoreCipher(Pbkdf2Sha256.derive(password, salt, pbkdf2.iterations(), DERIVED));
    }
    KeystoreParameters.Scrypt scrypt = (KeystoreParameters.Scrypt) parameters;
    return new KeystoreCipher(Scrypt.derive(password, salt, scrypt, DERIVED));
  }

  /** Encrypts, and decrypts: with a stream of key both are the same. */
  Bytes apply(Bytes iv, Bytes text) {
    SICBlockCipher stream = (SICBlockCipher) SICBlockCipher.newInstance(AESEngine.newInstance());
    KeyParameter key = new KeyParameter(derived, 0, HALF);
    stream.init(true, new ParametersWithIV(key, iv.toArray()));
    byte[] out = new byte[text.size()];
    stream.processBytes(text.toArray(), 0, out.length, out, 0);
    return Bytes.of(out);
  }

  Bytes mac(Bytes ciphertext) {
    byte[] key = Arrays.copyOfRange(derived, HALF, DERIVED);
    Bytes mac = Keccak256.hash(key, ciphertext.toArray()).bytes();
    Arrays.fill(key, (byte) 0);
    return mac;
  }

  boolean isMac(Bytes mac, Bytes ciphertext) {
    return MessageDigest.isEqual(mac(ciphertext).toArray(), mac.toArray());
  }

  void wipe() {
    Arrays.fill(derived, (byte) 0);
  }
}
