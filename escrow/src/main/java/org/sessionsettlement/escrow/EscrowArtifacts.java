package org.sessionsettlement.escrow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.sessionsettlement.tempo.Bytes;

/** What the contracts module made of SessionEscrowV1, from the class path. */
public final class EscrowArtifacts {
  private static final String FOLDER = "/org/sessionsettlement/contracts/";

  private EscrowArtifacts() {}

  /** The creation code, without constructor arguments. */
  public static Bytes creationCode() {
    return Bytes.fromHex(text("SessionEscrowV1.bin").trim());
  }

  /** The deployed code, with zeros where the payment token's address goes. */
  public static Bytes runtimeTemplate() {
    return Bytes.fromHex(text("SessionEscrowV1.runtime.bin").trim());
  }

  /** The ABI as JSON. */
  public static String abiJson() {
    return text("SessionEscrowV1.abi.json");
  }

  private static String text(String name) {
    try (InputStream in = EscrowArtifacts.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path: build the contracts");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
