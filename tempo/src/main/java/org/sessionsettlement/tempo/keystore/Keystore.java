package org.sessionsettlement.tempo.keystore;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.signature.Secp256k1PrivateKey;

/**
 * A secp256k1 key under a password: Web3 Secret Storage, version 3, as geth and every Ethereum
 * wallet read and write it. scrypt or PBKDF2, AES-128-CTR, a keccak-256 mac.
 */
public final class Keystore {
  private static final int MAX_UTF8_BYTES = 3;

  private Keystore() {}

  /**
   * Encrypts a key.
   *
   * @param password taken as UTF-8 and wiped before this returns, whatever happens; hand in a copy
   *     to keep it
   * @param random for salt, initial counter and id
   * @return the JSON text; the address is in it, in the clear
   */
  public static String encrypt(
      Secp256k1PrivateKey key,
      char[] password,
      KeystoreParameters parameters,
      SecureRandom random) {
    byte[] secret = key.secret().toArray();
    try {
      Bytes salt = random(random, KeystoreCipher.SALT);
      Bytes iv = random(random, KeystoreCipher.IV);
      KeystoreCipher cipher = derive(password, salt, parameters);
      Bytes ciphertext = cipher.apply(iv, Bytes.of(secret));
      Bytes mac = cipher.mac(ciphertext);
      cipher.wipe();
      EncryptedKey encrypted =
          new EncryptedKey(parameters, salt, iv, ciphertext, mac, Optional.of(key.address()));
      return KeystoreJson.write(encrypted, random(random, KeystoreCipher.IV));
    } finally {
      Arrays.fill(secret, (byte) 0);
      Arrays.fill(password, '\0');
    }
  }

  /**
   * Decrypts a key.
   *
   * @param password taken as UTF-8 and wiped before this returns, whatever happens; hand in a copy
   *     to keep it
   * @throws WrongPasswordException when it is another one
   * @throws MalformedKeystoreException when the text is no keystore, or asks for more than {@link
   *     KeystoreLimits}
   */
  public static Secp256k1PrivateKey decrypt(String json, char[] password) {
    try {
      EncryptedKey encrypted = KeystoreJson.read(json);
      KeystoreCipher cipher = derive(password, encrypted.salt(), encrypted.parameters());
      try {
        return open(encrypted, cipher);
      } finally {
        cipher.wipe();
      }
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static Secp256k1PrivateKey open(EncryptedKey encrypted, KeystoreCipher cipher) {
    if (!cipher.isMac(encrypted.mac(), encrypted.ciphertext())) {
      throw new WrongPasswordException();
    }
    Secp256k1PrivateKey key = key(cipher.apply(encrypted.iv(), encrypted.ciphertext()));
    if (!encrypted.address().orElse(key.address()).equals(key.address())) {
      throw new MalformedKeystoreException("the keystore names another address than its key has");
    }
    return key;
  }

  private static Secp256k1PrivateKey key(Bytes secret) {
    try {
      return Secp256k1PrivateKey.of(secret);
    } catch (IllegalArgumentException noKey) {
      throw new MalformedKeystoreException("the keystore holds no secp256k1 key");
    }
  }

  private static KeystoreCipher derive(char[] password, Bytes salt, KeystoreParameters parameters) {
    byte[] utf8 = utf8(password);
    try {
      return KeystoreCipher.derive(utf8, salt.toArray(), parameters);
    } finally {
      Arrays.fill(utf8, (byte) 0);
    }
  }

  /** Without a String in between, which could not be wiped. */
  private static byte[] utf8(char[] password) {
    byte[] room = new byte[password.length * MAX_UTF8_BYTES];
    ByteBuffer out = ByteBuffer.wrap(room);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(password), out, true);
    byte[] utf8 = Arrays.copyOf(room, out.position());
    Arrays.fill(room, (byte) 0);
    return utf8;
  }

  private static Bytes random(SecureRandom random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }
}
