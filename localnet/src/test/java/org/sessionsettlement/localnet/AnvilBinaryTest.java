package org.sessionsettlement.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnvilBinaryTest {
  @TempDir Path root;

  @Test
  void prefersTheOneThatTheContractsBring() throws IOException {
    Path bundled = program("contracts/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil");
    Path onPath = program("usr/bin/anvil");

    assertThat(AnvilBinary.find(List.of(root), root.resolve("usr/bin").toString(), "linux-amd64"))
        .isEqualTo(bundled);
    assertThat(AnvilBinary.find(List.of(root), root.resolve("usr/bin").toString(), "darwin-arm64"))
        .isEqualTo(onPath);
  }

  @Test
  void saysHowToGetItWhenThereIsNone() {
    assertThatThrownBy(() -> AnvilBinary.find(List.of(root), "", "linux-amd64"))
        .isInstanceOf(LocalnetException.class)
        .hasMessageContaining("npm ci");
  }

  private Path program(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
