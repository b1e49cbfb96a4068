package org.sessionsettlement.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.android.tools.r8.ClassFileConsumer;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.OutputMode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.rules.Rulebook;
import org.sessionsettlement.tempo.Address;

/**
 * A phone with Android 8.0 (API 26) can run what an app embeds: D8 takes it, and after D8's
 * desugaring nothing is called that the platform lacks.
 */
class AndroidPlatformTest {
  private static final int MIN_API = 26;
  private static final Path SIGNATURE = Path.of("target", "android-26.signature");

  /** One class of each module that goes into an app. */
  private static final List<Class<?>> MODULES =
      List.of(Rulebook.class, Address.class, SessionEscrow.class, SessionVoiceApi.class);

  /** What comes along as a library, or is gone at run time. */
  private static final Set<String> NOT_THE_PLATFORM =
      Set.of(
          "org.sessionsettlement.*",
          "com.android.tools.r8.*", // the class that D8 puts in place of java.lang.Record
          "com.esaulpaugh.*",
          "com.squareup.*",
          "fr.acinq.*",
          "kotlin.*",
          "okhttp3.*",
          "okio.*",
          "org.bouncycastle.*",
          "org.jspecify.*");

  @Test
  void becomesDexFiles(@TempDir Path folder) throws Exception {
    D8.run(command().setOutput(folder, OutputMode.DexIndexed).build());
    assertThat(folder.resolve("classes.dex")).isNotEmptyFile();
  }

  @Test
  void callsNothingThatThePlatformLacks(@TempDir Path folder) throws Exception {
    Path desugared = folder.resolve("desugared.jar");
    D8.run(command().setProgramConsumer(new ClassFileConsumer.ArchiveConsumer(desugared)).build());
    List<String> missing = new ArrayList<>();
    try (InputStream signature = Files.newInputStream(SIGNATURE)) {
      SignatureChecker checker =
          new SignatureChecker(signature, NOT_THE_PLATFORM, new Collecting(missing));
      checker.setSourcePath(List.of());
      checker.process(desugared.toFile());
    }
    assertThat(missing).isEmpty();
  }

  private static D8Command.Builder command() throws IOException {
    D8Command.Builder command =
        D8Command.builder()
            .setMinApiLevel(MIN_API)
            .addLibraryResourceProvider(com.android.tools.r8.JdkClassFileProvider.fromSystemJdk());
    for (Class<?> module : MODULES) {
      command.addProgramFiles(classFiles(module));
    }
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> path.toString().endsWith(".jar"))
        .forEach(command::addClasspathFiles);
    return command;
  }

  /** In a build, modules lie there as folders of classes or as jars. */
  private static List<Path> classFiles(Class<?> module) throws IOException {
    Path place = placeOf(module);
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(path -> path.toString().endsWith(".class")).toList();
    }
  }

  private static Path placeOf(Class<?> module) {
    try {
      return Path.of(module.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new UncheckedIOException(new IOException(impossible));
    }
  }

  /** Keeps what is said to be missing. */
  private record Collecting(List<String> missing) implements Logger {
    @Override
    public void info(String message) {}

    @Override
    public void info(String message, Throwable cause) {}

    @Override
    public void debug(String message) {}

    @Override
    public void debug(String message, Throwable cause) {}

    @Override
    public void warn(String message) {
      missing.add(message);
    }

    @Override
    public void warn(String message, Throwable cause) {
      missing.add(message);
    }

    @Override
    public void error(String message) {
      missing.add(message);
    }

    @Override
    public void error(String message, Throwable cause) {
      missing.add(message);
    }
  }
}
