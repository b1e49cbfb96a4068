package org.sessionsettlement.controlplane.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.Await;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {
  @TempDir private Path files;

  @Test
  void isDurableAndKeepsItsDataOverACleanStop() throws IOException {
    int port;
    try (var database = EmbeddedDatabase.start(data(), 0)) {
      port = database.port();
      for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(read(database, "show " + setting)).isEqualTo("on");
      }
      write(database, "kept");
    }
    assertThat(PostmasterFile.read(data())).isEmpty();
    try (var database = EmbeddedDatabase.start(data(), port)) {
      assertThat(database.port()).isEqualTo(port);
      assertThat(read(database, "select word from words")).isEqualTo("kept");
    }
  }

  @Test
  void diesWithAStarterThatIsKilledAndLosesNothing() throws Exception {
    try (var starter = Starter.on(data())) {
      write(starter.settings(), "kept");
      long postmaster = postmaster();
      starter.kill();
      Await.until("the server stopped", () -> !isAlive(postmaster));
    }
    try (var database = EmbeddedDatabase.start(data(), 0)) {
      assertThat(read(database, "select word from words")).isEqualTo("kept");
    }
  }

  @Test
  void adoptsAServerThatOutlivedItsStarterAndItsWatchdog() throws Exception {
    int port;
    long postmaster;
    try (var starter = Starter.on(data())) {
      port = starter.port();
      postmaster = postmaster();
      starter.killWatchdog();
      starter.kill();
    }
    assertThat(isAlive(postmaster)).isTrue();
    try (var database = EmbeddedDatabase.start(data(), 0)) {
      assertThat(database.port()).isEqualTo(port);
      assertThat(postmaster()).isEqualTo(postmaster);
    }
    Await.until("the adopted server stopped", () -> !isAlive(postmaster));
  }

  @Test
  void refusesADirectoryThatAnotherProcessOwns() throws Exception {
    try (var starter = Starter.on(data())) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(data(), 0)).isInstanceOf(IOException.class);
      assertThat(read(starter.settings(), "select 'still there'")).isEqualTo("still there");
    }
  }

  private Path data() {
    return files.resolve("pg");
  }

  private long postmaster() {
    return PostmasterFile.read(data()).orElseThrow().pid();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static void write(EmbeddedDatabase database, String word) {
    write(database.settings(), word);
  }

  private static void write(DatabaseSettings settings, String word) {
    client(settings).sql("create table words as select '" + word + "' as word").update();
  }

  private static String read(EmbeddedDatabase database, String sql) {
    return read(database.settings(), sql);
  }

  private static String read(DatabaseSettings settings, String sql) {
    return client(settings).sql(sql).query(String.class).single();
  }

  private static JdbcClient client(DatabaseSettings settings) {
    return JdbcClient.create(
        new DriverManagerDataSource(settings.url(), settings.user(), settings.password()));
  }

  /** Another JVM that starts the database and then waits to be killed. */
  static final class Starter implements AutoCloseable {
    private final Process process;
    private final int port;

    private Starter(Process process, int port) {
      this.process = process;
      this.port = port;
    }

    static Starter on(Path dataDirectory) throws IOException {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Starter.class.getName(),
                  dataDirectory.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      return new Starter(process, portIn(output.lines()));
    }

    private static int portIn(Stream<String> lines) {
      return lines
          .filter(line -> line.startsWith("port "))
          .map(line -> Integer.parseInt(line.substring("port ".length())))
          .findFirst()
          .orElseThrow(() -> new AssertionError("the other process did not start a database"));
    }

    public static void main(String[] arguments) throws Exception {
      try (var database = EmbeddedDatabase.start(Path.of(arguments[0]), 0)) {
        System.out.println("port " + database.port());
        int end = System.in.read();
        System.out.println("told to end: " + end);
      }
    }

    int port() {
      return port;
    }

    DatabaseSettings settings() {
      return EmbeddedDatabase.settings(port);
    }

    void killWatchdog() {
      var watchdog =
          process
              .descendants()
              .filter(child -> commandLine(child).contains("postgres-watchdog"))
              .toList();
      assertThat(watchdog).isNotEmpty();
      var waiting = watchdog.stream().flatMap(ProcessHandle::descendants).toList();
      // The shell first: once what it waits for is gone, it stops the server.
      watchdog.forEach(ProcessHandle::destroyForcibly);
      waiting.forEach(ProcessHandle::destroyForcibly);
      Await.until("the watchdog died", () -> watchdog.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static String commandLine(ProcessHandle process) {
      // ProcessHandle.Info hides arguments of a script; the kernel does not.
      return Optional.of(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
          .map(Starter::content)
          .orElse("");
    }

    private static String content(Path file) {
      try {
        return java.nio.file.Files.readString(file);
      } catch (IOException e) {
        return "";
      }
    }

    void kill() {
      process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
      if (process.isAlive()) {
        process.getOutputStream().close();
        process.onExit().join();
      }
    }
  }
}
