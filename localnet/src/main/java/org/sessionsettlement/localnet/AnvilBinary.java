package org.sessionsettlement.localnet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds Anvil: first in the node_modules of contracts/ (npm's {@code @foundry-rs/anvil} puts the
 * program of each platform into a package of its own, {@code @foundry-rs/anvil-<os>-<arch>}), then
 * on the PATH.
 */
public final class AnvilBinary {
  private AnvilBinary() {}

  /** Looks below the given project root, then on this process's PATH. */
  public static Path find(Path projectRoot) {
    return find(List.of(projectRoot), System.getenv().getOrDefault("PATH", ""), platform());
  }

  /** Looks below the working directory and its parents, then on this process's PATH. */
  public static Path findFromWorkingDirectory() {
    Path here = Path.of("").toAbsolutePath();
    List<Path> upwards = Stream.iterate(here, p -> p != null, Path::getParent).toList();
    return find(upwards, System.getenv().getOrDefault("PATH", ""), platform());
  }

  /**
   * Looks below each root, then on that path.
   *
   * @throws LocalnetException if there is none; the message says how to get it
   */
  static Path find(List<Path> roots, String path, String platform) {
    Stream<Path> bundled = roots.stream().map(root -> bundledIn(root, platform));
    Stream<Path> onPath =
        Arrays.stream(path.split(Pattern.quote(java.io.File.pathSeparator), -1))
            .filter(folder -> !folder.isBlank())
            .map(folder -> Path.of(folder, "anvil"));
    Optional<Path> found = Stream.concat(bundled, onPath).filter(Files::isExecutable).findFirst();
    return found.orElseThrow(
        () ->
            new LocalnetException(
                "anvil not found for "
                    + platform
                    + ": run `npm ci` in contracts/ (it brings @foundry-rs/anvil), or put anvil on the PATH"));
  }

  private static Path bundledIn(Path root, String platform) {
    return root.resolve("contracts/node_modules/@foundry-rs/anvil-" + platform + "/bin/anvil");
  }

  private static String platform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    return (os.contains("mac") ? "darwin" : "linux") + "-" + (arm ? "arm64" : "amd64");
  }
}
