package org.sessionsettlement.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.cli.stack.SelfCommand;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UpCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatWasStarted() {
    started.forEach(Process::destroy);
    for (Process process : started) {
      assertThat(process.onExit()).succeedsWithin(LIMIT);
    }
  }

  @Test
  void survivesAKillWithItsDataAndLeavesNothingRunning() throws Exception {
    Process first = up("first");
    JsonNode endpoints = endpoints("first", first);
    assertThat(statusOf(endpoints, "/health")).isEqualTo(200);
    assertThat(statusOf(endpoints, "/")).isEqualTo(200);

    Process second = up("second");
    assertThat(second.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("second.err")))
        .contains("a stack is running on")
        .contains("pid " + first.pid());

    Process meet = settle("meet", "meet", "--data", data());
    assertThat(meet.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    String page = Files.readString(folder.resolve("meet.out")).lines().findFirst().orElseThrow();
    assertThat(page).isEqualTo(endpoints.get("service_url").asString() + "/call/1");
    assertThat(statusOf(endpoints, "/call/1")).isEqualTo(200);

    Process time = settle("time", "time", "2h", "--data", data());
    assertThat(time.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(time.exitValue()).isZero();
    long moved = chainTime(endpoints);
    // Anvil writes its state when it is ended, which its supervisor's death brings about.
    first.destroyForcibly().waitFor();
    assertNothingListens(endpoints);

    JsonNode again = endpoints("third", up("third"));
    assertThat(again.get("escrow")).isEqualTo(endpoints.get("escrow"));
    assertThat(chainTime(again)).isGreaterThanOrEqualTo(moved);
    assertThat(statusOf(again, "/health")).isEqualTo(200);
    started.getLast().destroy();
    assertNothingListens(again);
  }

  private Process up(String name) throws IOException {
    return settle(
        name,
        "up",
        "--json",
        "--data",
        data(),
        "--port",
        Integer.toString(FreePort.any()),
        "--rpc-port",
        Integer.toString(FreePort.any()));
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private Process settle(String name, String... verb) throws IOException {
    Process process =
        new ProcessBuilder(SelfCommand.of(verb))
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile())
            .start();
    started.add(process);
    return process;
  }

  private JsonNode endpoints(String name, Process process) throws IOException {
    Path out = folder.resolve(name + ".out");
    until(() -> !process.isAlive() || contents(out).endsWith("\n"));
    assertThat(process.isAlive()).as(contents(folder.resolve(name + ".err"))).isTrue();
    return JsonMapper.shared().readTree(Files.readString(out));
  }

  private static long chainTime(JsonNode endpoints) {
    return TempoRpc.at(endpoints.get("rpc_url").asString())
        .block(BlockTag.LATEST)
        .timestampSeconds();
  }

  private static int statusOf(JsonNode endpoints, String path)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI uri = URI.create(endpoints.get("service_url").asString() + path);
      return http.send(
              HttpRequest.newBuilder(uri).timeout(LIMIT).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static void assertNothingListens(JsonNode endpoints) {
    for (String url : List.of("service_url", "rpc_url", "database_url")) {
      URI uri = URI.create(endpoints.get(url).asString().replace("jdbc:", ""));
      until(() -> !listens(uri.getPort()));
      assertThat(listens(uri.getPort())).as(url).isFalse();
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String contents(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + LIMIT);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
