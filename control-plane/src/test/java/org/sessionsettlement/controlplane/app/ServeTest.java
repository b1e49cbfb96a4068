package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.Await;
import org.sessionsettlement.controlplane.db.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

class ServeTest {
  private static final int LIMIT_SECONDS = 120;

  @TempDir private Path files;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

  @BeforeEach
  void setWhatIsRequired() throws IOException {
    var database = TestDatabase.freshSchema(ServeTest.class);
    set("DATABASE_URL", database.url());
    set("DATABASE_USER", database.user());
    set("RPC_URL", "http://127.0.0.1:1");
    set("CHAIN_ID", "31337");
    set("ESCROW", "0x" + "11".repeat(20));
    set("TOKEN_FILE", file("token", "t".repeat(32)));
    set("JWT_SECRET_FILE", file("jwt", "s".repeat(32)));
    set("ORACLE", "off");
    set("KEEPER", "off");
    set("HTTP_PORT", "0");
  }

  @Test
  void saysWhenItServesAndEndsWithItsStandardInput() throws Exception {
    var ready = files.resolve("ready.json");
    set("READY_FILE", ready.toString());
    set("EXIT_ON_STDIN_EOF", "true");
    var supervisor = new PipedOutputStream();
    var stdin = new PipedInputStream(supervisor);
    var exit = CompletableFuture.supplyAsync(() -> run(stdin));
    Await.until("the ready file", () -> Files.exists(ready) || exit.isDone());
    var said = JsonMapper.shared().readTree(ready);
    assertThat(said.path("port").asInt()).isPositive();
    assertThat(said.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
    supervisor.close();
    assertThat(exit.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isZero();
    assertThat(ready).doesNotExist();
  }

  @Test
  void endsWithOneLineAndCode2WhereASettingIsMissing() {
    environment.remove("SETTLE_SERVICE_ESCROW");
    assertThat(run(InputStream.nullInputStream())).isEqualTo(2);
    assertThat(complaint()).isEqualTo("SETTLE_SERVICE_ESCROW is missing\n");
  }

  @Test
  void namesThePortThatIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      set("HTTP_PORT", String.valueOf(taken.getLocalPort()));
      assertThat(run(InputStream.nullInputStream())).isEqualTo(2);
      assertThat(complaint())
          .isEqualTo("SETTLE_SERVICE_HTTP_PORT is " + taken.getLocalPort() + ", which is in use\n");
    }
  }

  @Test
  void namesADatabaseThatRefusesTheUser() {
    set("DATABASE_USER", "nobody_at_all");
    assertThat(run(InputStream.nullInputStream())).isEqualTo(2);
    assertThat(complaint()).startsWith("SETTLE_SERVICE_DATABASE_URL ").containsOnlyOnce("\n");
  }

  @Test
  void needsTheChainWhereTheClockIsTheChains() {
    set("CLOCK", "chain");
    assertThat(run(InputStream.nullInputStream())).isEqualTo(2);
    assertThat(complaint()).startsWith("SETTLE_SERVICE_RPC_URL ").containsOnlyOnce("\n");
  }

  private int run(InputStream stdin) {
    return Serve.run(environment, stdin, new PrintStream(stderr, true, StandardCharsets.UTF_8));
  }

  private String complaint() {
    return stderr.toString(StandardCharsets.UTF_8);
  }

  private void set(String setting, String value) {
    environment.put("SETTLE_SERVICE_" + setting, value);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(files.resolve(name), content).toString();
  }
}
