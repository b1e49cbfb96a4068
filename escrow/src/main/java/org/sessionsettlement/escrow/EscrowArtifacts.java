package org.sessionsettlement.escrow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.sessionsettlement.tempo.Bytes;

/** What the contracts module made of SessionEscrowV1, from the class path. */
public final class EscrowArtifacts {
  private static final String FOLDER = "/org/sessionsettlement/contracts/";
  private static final int PIECE_BYTES = 8 << 10;

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
      return utf8(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Android has no readAllBytes before API 33. */
  private static String utf8(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE_BYTES];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      all.write(piece, 0, read);
    }
    return new String(all.toByteArray(), StandardCharsets.UTF_8);
  }
}
