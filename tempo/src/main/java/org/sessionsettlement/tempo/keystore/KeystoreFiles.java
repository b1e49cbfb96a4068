package org.sessionsettlement.tempo.keystore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** Keystores on disk: readable by their owner alone, and never half written. */
public final class KeystoreFiles {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final int MAX_PASSWORD_BYTES = 4_096;

  private KeystoreFiles() {}

  /**
   * Reads one.
   *
   * @throws IOException when there is none or it cannot be read
   * @throws MalformedKeystoreException when it is longer than any keystore
   */
  public static String read(Path file) throws IOException {
    if (Files.size(file) > KeystoreLimits.MAX_CHARS) {
      throw new MalformedKeystoreException("a keystore that is too long");
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /**
   * Reads a password: a file's first line. Never a String, which could not be wiped; the caller
   * wipes what it gets.
   *
   * @return empty where the first line is
   * @throws IOException when there is no file or it cannot be read
   */
  public static char[] readPassword(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MAX_PASSWORD_BYTES);
    try (ReadableByteChannel in = Files.newByteChannel(file)) {
      int read = 0;
      while (bytes.hasRemaining() && read >= 0) {
        read = in.read(bytes);
      }
    }
    CharBuffer decoded =
        StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes.array(), 0, bytes.position()));
    Arrays.fill(bytes.array(), (byte) 0);
    char[] password = firstLine(decoded);
    Arrays.fill(decoded.array(), '\0');
    return password;
  }

  private static char[] firstLine(CharBuffer text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    char[] line = new char[end];
    text.get(line);
    return line;
  }

  /**
   * Writes a new one.
   *
   * @throws FileAlreadyExistsException when there is something: a key that is overwritten is gone
   * @throws IOException when it cannot be written; then nothing of it is left
   */
  public static void create(Path file, String json) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    replace(file, json);
  }

  /**
   * Writes one in the place of another, for a changed password. Whoever looks sees the old or the
   * new one; after a crash there is one of them.
   *
   * @throws IOException when it cannot be written; then the old one is still there
   */
  public static void replace(Path file, String json) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no file: " + file);
    }
    Path temporary = Files.createTempFile(folder, ".keystore", ".tmp", attributes(folder));
    try {
      writeThrough(temporary, json);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Of the file system and not of its store, about which Android tells nothing. */
  private static FileAttribute<?>[] attributes(Path folder) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
  }

  /** A file that was renamed before its bytes were on the disk could be empty after a crash. */
  private static void writeThrough(Path file, String json) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
