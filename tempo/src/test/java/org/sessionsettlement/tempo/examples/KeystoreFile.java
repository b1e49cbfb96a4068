package org.sessionsettlement.tempo.examples;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.keystore.Keystore;
import org.sessionsettlement.tempo.keystore.KeystoreFiles;
import org.sessionsettlement.tempo.keystore.KeystoreParameters;
import org.sessionsettlement.tempo.signature.Secp256k1PrivateKey;

/** A key on disk, under a password, as geth and other wallets read it. */
final class KeystoreFile {
  private KeystoreFile() {}

  /** Makes a key and keeps it. The password is wiped. */
  static Address create(Path file, char[] password) throws IOException {
    SecureRandom random = new SecureRandom();
    Secp256k1PrivateKey key = Secp256k1PrivateKey.generate(random);
    KeystoreFiles.create(file, Keystore.encrypt(key, password, KeystoreParameters.LIGHT, random));
    return key.address();
  }

  /** The account of a key that is kept. The password is wiped. */
  static Secp256k1Account open(Path file, char[] password) throws IOException {
    return new Secp256k1Account(Keystore.decrypt(KeystoreFiles.read(file), password));
  }

  /** With a file of this name, the password asked for. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    Console console = Objects.requireNonNull(System.console(), "no terminal");
    System.out.println(create(file, console.readPassword("new password: ")));
    System.out.println(open(file, console.readPassword("password: ")));
  }
}
