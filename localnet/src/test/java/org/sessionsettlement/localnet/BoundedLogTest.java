package org.sessionsettlement.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {
  @TempDir Path folder;

  @Test
  void keepsOneOldGenerationAndNoMore() throws IOException {
    Path file = folder.resolve("child.log");
    try (BoundedLog log = BoundedLog.open(file, 20)) {
      for (int i = 0; i < 10; i++) {
        log.append("line " + i + " ...");
      }
      assertThat(log.lastLines(2)).containsExactly("line 8 ...", "line 9 ...");
    }
    try (var files = Files.list(folder)) {
      assertThat(files.mapToLong(BoundedLogTest::size)).allMatch(size -> size <= 22).hasSize(2);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
