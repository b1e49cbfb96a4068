package org.sessionsettlement.cli.verb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** An account from a file that holds its private key; no message repeats what the file holds. */
public final class KeyFile {
  private static final int MAX_BYTES = 256;

  private KeyFile() {}

  /**
   * The account whose key the file holds.
   *
   * @throws Refusal {@code key_unreadable} or {@code bad_key}
   */
  public static Secp256k1Account read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1).strip();
      return Secp256k1Account.fromPrivateKey(text);
    } catch (IOException e) {
      throw Refusal.misconfigured("key_unreadable", "the key file " + file + " cannot be read");
    } catch (IllegalArgumentException e) {
      throw Refusal.misconfigured(
          "bad_key", "the key file " + file + " does not hold one private key of 64 hex digits");
    }
  }
}
