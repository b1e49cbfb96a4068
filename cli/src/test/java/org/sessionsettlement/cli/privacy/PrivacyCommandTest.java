package org.sessionsettlement.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.db.EmbeddedDatabase;
import org.sessionsettlement.tempo.Address;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class PrivacyCommandTest {
  private static final Address ESCROW = Address.parse("0x" + "11".repeat(20));
  private static final Address WALLET = Address.parse("0x" + "22".repeat(20));
  private static final Address NOBODY = Address.parse("0x" + "33".repeat(20));

  @TempDir private static Path folder;
  private static EmbeddedDatabase server;
  private static DatabaseSettings settings;

  private record Run(int exitCode, String out, String err) {}

  @BeforeAll
  static void store() throws IOException {
    server = EmbeddedDatabase.start(folder.resolve("pg"), 0);
    settings = server.settings();
    try (var database = Database.open(settings)) {
      database
          .jdbc()
          .sql(
              """
              insert into room_participants (connection_id, escrow, booking_id, wallet, role,
                joined_ms, last_seen_ms) values (:id, :escrow, 7, :wallet, 'host', 1, 2)
              """)
          .param("id", UUID.randomUUID())
          .param("escrow", ESCROW.toString())
          .param("wallet", WALLET.toString())
          .update();
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void exportsOneJsonObjectWithAListASection() {
    var run = run("export", WALLET.toString(), "--json");
    assertThat(run.exitCode()).isZero();
    var answer = JsonMapper.shared().readTree(run.out());
    assertThat(answer.path("wallet").asString()).isEqualTo(WALLET.toString());
    assertThat(answer.path("presence").path(0).path("booking_id").asLong()).isEqualTo(7);
    assertThat(answer.path("verdicts").isArray()).isTrue();
    assertThat(run.out().strip()).doesNotContain("\n");
  }

  @Test
  void saysWhatItCouldNotEraseAndWhy() {
    var run = run("erase", WALLET.toString(), "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(JsonMapper.shared().readTree(run.out()))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    "{\"erased\":[],\"kept\":[{\"booking\":\""
                        + ESCROW
                        + "-7\",\"reason\":\"not_mirrored\"}]}"));
    assertThat(run("erase", WALLET.toString()).out()).contains("kept    " + ESCROW + "-7");
  }

  @Test
  void isDoneWhereNothingIsStored() {
    assertThat(run("erase", NOBODY.toString())).isEqualTo(new Run(0, "", ""));
    assertThat(run("export", NOBODY.toString()).exitCode()).isZero();
  }

  @Test
  void refusesWhatIsNoWalletAndNoDatabase() {
    assertThat(run("export", "somebody").exitCode()).isEqualTo(2);
    assertThat(plain("export", WALLET.toString(), "--database-url", "x", "--database-user", "u"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("jdbc:postgresql:"));
    assertThat(plain().exitCode()).isEqualTo(2);
  }

  @Test
  void failsInOneLineWhereTheDatabaseIsAway() {
    var run =
        plain(
            "erase",
            WALLET.toString(),
            "--database-url",
            "jdbc:postgresql://127.0.0.1:1/none",
            "--database-user",
            "nobody");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().strip()).contains("database").doesNotContain("\n");
  }

  private static Run run(String verb, String... more) {
    var all = new ArrayList<>(List.of(verb));
    all.addAll(List.of(more));
    all.addAll(List.of("--database-url", settings.url(), "--database-user", settings.user()));
    return plain(all.toArray(String[]::new));
  }

  private static Run plain(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        new CommandLine(new PrivacyCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
