package org.sessionsettlement.cli.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder of this project: the launcher names it; else the first above the working directory
 * that has contracts/.
 */
public final class ProjectHome {
  private ProjectHome() {}

  public static Path path() {
    String named = System.getProperty("settle.home", "");
    if (!named.isBlank()) {
      return Path.of(named);
    }
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("contracts")))
        .findFirst()
        .orElse(here);
  }
}
