package org.sessionsettlement.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void endsTheChildOnClose() {
    SupervisedProcess child = SupervisedProcess.start(sleeper(""));
    child.awaitReady(() -> Files.exists(pidFile()), LIMIT);
    ProcessHandle handle = handleIn(pidFile());
    assertThat(handle.isAlive()).isTrue();

    child.close();

    assertThat(child.isAlive()).isFalse();
    assertThat(handle.isAlive()).isFalse();
  }

  @Test
  void killsAChildThatDoesNotListen() {
    SupervisedProcess child = SupervisedProcess.start(sleeper("trap '' TERM; "));
    child.awaitReady(() -> Files.exists(pidFile()), LIMIT);
    ProcessHandle handle = handleIn(pidFile());

    child.close();

    assertEnds(handle);
  }

  @Test
  void endsTheChildWhenItsSupervisorIsKilled() throws Exception {
    endsWithItsKilledSupervisor("");
  }

  @Test
  void endsEvenAStubbornChildWhenItsSupervisorIsKilled() throws Exception {
    endsWithItsKilledSupervisor("trap '' TERM; ");
  }

  @Test
  void saysWhyAChildWasNeverReady() {
    try (SupervisedProcess child =
        SupervisedProcess.start(spec(List.of("sh", "-c", "echo no such luck; exit 3")))) {
      assertThatThrownBy(() -> child.awaitReady(() -> false, LIMIT))
          .isInstanceOf(LocalnetException.class)
          .hasMessageContaining("ended with status 3");
    }
  }

  @Test
  void keepsTheOutputOfTheChild() throws IOException {
    try (SupervisedProcess child =
        SupervisedProcess.start(spec(List.of("sh", "-c", "echo hello; echo oops >&2")))) {
      Await.until(() -> child.lastOutput().size() == 2, LIMIT);
      assertThat(child.lastOutput()).containsExactly("hello", "oops");
    }
    assertThat(Files.readAllLines(folder.resolve("child.log"))).containsExactly("hello", "oops");
  }

  private void endsWithItsKilledSupervisor(String prelude) throws Exception {
    Process supervisor =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SupervisorMain.class.getName(),
                folder.toString(),
                script(prelude))
            .inheritIO()
            .start();
    try {
      Await.until(() -> Files.exists(pidFile()), LIMIT);
      ProcessHandle handle = handleIn(pidFile());
      assertThat(handle.isAlive()).isTrue();

      supervisor.destroyForcibly().waitFor();

      assertEnds(handle);
    } finally {
      supervisor.destroyForcibly();
    }
  }

  private static void assertEnds(ProcessHandle handle) {
    assertThat(handle.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS))
        .succeedsWithin(LIMIT);
  }

  private SupervisedProcess.Spec sleeper(String prelude) {
    return spec(List.of("sh", "-c", script(prelude)));
  }

  /** Writes its pid in one go (a rename), then sleeps until it is ended. */
  private String script(String prelude) {
    return prelude
        + "echo $$ > "
        + folder.resolve("pid.new")
        + " && mv "
        + folder.resolve("pid.new")
        + " "
        + pidFile()
        + "; while :; do sleep 1; done";
  }

  private SupervisedProcess.Spec spec(List<String> command) {
    return specIn(folder, command);
  }

  static SupervisedProcess.Spec specIn(Path folder, List<String> command) {
    return new SupervisedProcess.Spec(
        "child", command, Map.of(), folder.resolve("child.log"), Duration.ofSeconds(1));
  }

  private Path pidFile() {
    return folder.resolve("pid");
  }

  private static ProcessHandle handleIn(Path file) {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(file).trim())).orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
