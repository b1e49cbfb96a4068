package org.sessionsettlement.tempo.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreFilesTest {
  @TempDir private Path folder;

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    Path file = folder.resolve("key.json");
    KeystoreFiles.create(file, "{}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(KeystoreFiles.read(file)).isEqualTo("{}");
    assertThat(names()).containsExactly("key.json");
  }

  @Test
  void doesNotOverwriteAKey() throws IOException {
    Path file = folder.resolve("key.json");
    KeystoreFiles.create(file, "first");
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> KeystoreFiles.create(file, "second"));
    assertThat(KeystoreFiles.read(file)).isEqualTo("first");
  }

  @Test
  void replacesOneWhenAskedTo() throws IOException {
    Path file = folder.resolve("key.json");
    KeystoreFiles.create(file, "first");
    KeystoreFiles.replace(file, "second");
    assertThat(KeystoreFiles.read(file)).isEqualTo("second");
    assertThat(names()).containsExactly("key.json");
  }

  @Test
  void leavesNothingBehindWhenItFails() throws IOException {
    Path target = Files.createDirectory(folder.resolve("key.json"));
    Files.writeString(target.resolve("inside"), "x");
    assertThatIOException().isThrownBy(() -> KeystoreFiles.replace(target, "{}"));
    assertThat(names()).containsExactly("key.json");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> KeystoreFiles.create(folder.resolve("no").resolve("key.json"), "{}"));
  }

  @Test
  void doesNotReadWhatIsTooLong() throws IOException {
    Path file = Files.writeString(folder.resolve("big"), "x".repeat(KeystoreLimits.MAX_CHARS + 1));
    assertThatExceptionOfType(MalformedKeystoreException.class)
        .isThrownBy(() -> KeystoreFiles.read(file));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
