package org.sessionsettlement.cli.verb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.keystore.Keystore;
import org.sessionsettlement.tempo.keystore.KeystoreFiles;
import org.sessionsettlement.tempo.keystore.MalformedKeystoreException;
import org.sessionsettlement.tempo.keystore.WrongPasswordException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whose key: in a keystore, or in a file as it is. To be used as an exclusive argument group. */
public final class KeyOptions {
  @Option(
      names = "--key-file",
      required = true,
      paramLabel = "FILE",
      description = "A file that holds the key, 0x hex.")
  private @Nullable Path keyFile;

  @ArgGroup(exclusive = false)
  private @Nullable InKeystore keystore;

  /** A keystore and its password. */
  static final class InKeystore {
    @Option(
        names = "--keystore-file",
        required = true,
        paramLabel = "FILE",
        description = "Or a keystore (Web3 Secret Storage, version 3) that holds it.")
    private Path file = Path.of("");

    @Option(
        names = "--keystore-password-file",
        required = true,
        paramLabel = "FILE",
        description = "The keystore's password, in the file's first line.")
    private Path passwordFile = Path.of("");
  }

  /**
   * Opens it; a keystore takes a second or so.
   *
   * @throws Refusal {@code key_unreadable}, {@code bad_key} or {@code wrong_password}
   */
  public Account account() {
    return keystore == null
        ? KeyFile.read(Objects.requireNonNull(keyFile))
        : opened(keystore.file, keystore.passwordFile);
  }

  private static Account opened(Path file, Path passwordFile) {
    char[] password = new char[0];
    try {
      password = KeystoreFiles.readPassword(passwordFile);
      return new Secp256k1Account(Keystore.decrypt(KeystoreFiles.read(file), password));
    } catch (IOException e) {
      throw Refusal.misconfigured(
          "key_unreadable", "the keystore " + file + ", or its password, cannot be read");
    } catch (WrongPasswordException e) {
      throw Refusal.misconfigured("wrong_password", "the keystore has another password");
    } catch (MalformedKeystoreException e) {
      throw Refusal.misconfigured("bad_key", "the file " + file + " is no keystore");
    } finally {
      Arrays.fill(password, '\0');
    }
  }
}
