package org.sessionsettlement.cli.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The service's secrets as files that only their owner reads; made once, kept across restarts. */
public record Secrets(Path oracleKey, Path jwtSecret, Path serviceToken) {
  private static final int RANDOM_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Finds or makes them in this folder.
   *
   * @throws IOException when one of the files can be neither read nor written
   */
  public static Secrets in(Path folder, String oraclePrivateKey) throws IOException {
    return new Secrets(
        keep(folder.resolve("oracle.key"), oraclePrivateKey),
        keep(folder.resolve("jwt.secret"), random()),
        keep(serviceToken(folder), random()));
  }

  static Path serviceToken(Path folder) {
    return folder.resolve("service.token");
  }

  private static Path keep(Path file, String content) throws IOException {
    if (Files.exists(file)) {
      return file;
    }
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel =
        Files.newByteChannel(
            file,
            java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly)) {
      channel.write(java.nio.ByteBuffer.wrap((content + "\n").getBytes(StandardCharsets.US_ASCII)));
    }
    return file;
  }

  private static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
