package org.sessionsettlement.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.cli.index.IndexCommand;
import org.sessionsettlement.cli.stack.LocalEscrow;
import org.sessionsettlement.cli.stack.LocalSession;
import org.sessionsettlement.cli.stack.ProjectHome;
import org.sessionsettlement.cli.stack.ServiceClock;
import org.sessionsettlement.cli.stack.Stack;
import org.sessionsettlement.cli.stack.StackFolder;
import org.sessionsettlement.cli.stack.StackSettings;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.keystore.Keystore;
import org.sessionsettlement.tempo.keystore.KeystoreFiles;
import org.sessionsettlement.tempo.keystore.KeystoreParameters;
import org.sessionsettlement.tempo.signature.Secp256k1PrivateKey;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator's verbs against a real stack: chain, database and service. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before the first test.
class OperatorVerbsTest {
  private static final int SESSION_MINUTES = 60;
  private static final long GRACE_S = 300;
  private static final int OVERRIDDEN = 3;

  @TempDir static Path folder;
  private static Stack stack;

  private record Run(int exitCode, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  @BeforeAll
  static void start() {
    stack =
        Stack.start(
            new StackSettings(
                new StackFolder(folder.resolve("data")),
                AnvilBinary.find(ProjectHome.path()),
                FreePort.any(),
                FreePort.any(),
                0,
                Duration.ofMillis(500),
                Optional.empty(),
                LocalEscrow.settings(),
                Map.of()),
            now -> {});
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  /** Nobody comes; after the grace the rulebook still waits, and the operator does not. */
  @Test
  void aForcedOutcomeIsAttestedExplainedAndToldApart() throws IOException {
    String booking = Long.toString(begun());
    var escrow = new SessionEscrow(stack.chain().rpc(), stack.deployment().escrow());

    var early = attest(booking, "NoShowGuest", DevAccounts.OWNER);
    assertThat(early.exitCode()).isEqualTo(1);
    assertThat(early.json().path("error").asString()).isEqualTo("grace_not_over");

    pass(GRACE_S + 5);
    var stranger = attest(booking, "NoShowGuest", DevAccounts.GUESTS.get(2));
    assertThat(stranger.json().path("error").asString()).isEqualTo("operator_unknown");
    assertThat(unattested(booking)).contains("not_attested");

    var forced = attestWithAKeystore(booking);
    assertThat(forced.exitCode()).as(forced.toString()).isZero();
    var onChain = escrow.booking(Long.parseLong(booking));
    assertThat(onChain.oracleOutcome()).isEqualTo(EscrowOutcome.NO_SHOW_GUEST);
    assertThat(forced.json().path("metrics_hash").asString())
        .isEqualTo(onChain.metricsHash().toString());

    verifiedAsForced(booking);
    explained(booking);
  }

  private static String unattested(String booking) throws IOException {
    var file = Files.writeString(folder.resolve("none.json"), "{}");
    var run = run(new VerifyMetricsCommand(), booking, "--file", file.toString(), "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    return run.out();
  }

  private static void verifiedAsForced(String booking) throws IOException {
    String owner = DevAccounts.OWNER.account().address().toString();
    var json = run(new VerifyMetricsCommand(), booking, "--json");
    assertThat(json.exitCode()).as(json.toString()).isEqualTo(OVERRIDDEN);
    assertThat(json.json().path("result").asString()).isEqualTo("overridden");
    assertThat(json.json().path("operator").asString()).isEqualTo(owner);
    var human = run(new VerifyMetricsCommand(), booking);
    assertThat(human.out())
        .contains("hash verified, outcome overridden by " + owner)
        .contains("NoShowGuest instead of no answer")
        .contains("the host's provider was down");

    var changed = Files.writeString(folder.resolve("changed.json"), "{\"schema\":\"x\"}");
    var wrong = run(new VerifyMetricsCommand(), booking, "--file", changed.toString());
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.out()).contains("WRONG: hash_differs, malformed");
  }

  private static void explained(String booking) {
    var human = run(new ExplainCommand(), booking);
    assertThat(human.exitCode()).as(human.err()).isZero();
    assertThat(human.out())
        .contains("Attested as NoShowGuest")
        .contains("forced NoShowGuest")
        .contains("the host's provider was down")
        .contains("attest  NoShowGuest  confirmed  0x")
        .contains("it goes: host ")
        .contains("Attested  0x")
        .contains("Statements of the parties");
    var json = run(new ExplainCommand(), booking, "--json").json();
    assertThat(json.path("explanation").path("override").path("outcome").asString())
        .isEqualTo("NoShowGuest");
    assertThat(json.path("history").path("submissions").path(0).path("state").asString())
        .isEqualTo("confirmed");
    assertThat(json.path("timeline").isArray()).isTrue();
    assertThat(json.path("statements").isArray()).isTrue();
    assertThat(json.path("owed").path("host").isString()).isTrue();
  }

  @Test
  void whatIsDueIsListedSweptAndNotStuck() {
    long booking = begun();
    var due = run(new DueCommand(), "--json").json();
    assertThat(due.path("due").valueStream().map(one -> one.path("booking_id").asLong()))
        .contains(booking);
    assertThat(run(new DueCommand()).out()).contains("-" + booking);

    assertThat(run(new SweepCommand(), "--json").json().path("swept").isNumber()).isTrue();
    assertThat(run(new StuckCommand()).exitCode()).isZero();
    assertThat(run(new StuckCommand()).out()).contains("nothing is stuck");
    var computed = run(new AttestCommand(), Long.toString(booking), "--json");
    assertThat(computed.exitCode()).isEqualTo(1);
    assertThat(computed.json().path("error").asString()).isEqualTo("session_running");
  }

  @Test
  void theMirrorIsComparedAndMadeAnew() {
    begun();
    var checked = index("check", "--json");
    assertThat(checked.exitCode()).as(checked.toString()).isZero();
    var mirror = checked.json().path("mirrors").path(0);
    assertThat(mirror.path("escrow").asString()).isEqualTo(stack.deployment().escrow().toString());
    assertThat(mirror.path("differences").isEmpty()).isTrue();

    var resynced = index("resync", "--json");
    assertThat(resynced.exitCode()).as(resynced.toString()).isZero();
    assertThat(resynced.json().path("mirrors").path(0).path("mirrored_to").asLong())
        .isGreaterThan(stack.deployment().block());
    assertThat(index("check").out()).contains("nothing differs");

    var other = index("check", "--escrow", "0x" + "11".repeat(20), "--json");
    assertThat(other.json().path("error").asString()).isEqualTo("not_mirrored");
  }

  private static Run index(String verb, String... arguments) {
    var usual =
        List.of(
            verb,
            "--database-url",
            stack.endpoints().databaseUrl(),
            "--database-user",
            "postgres",
            "--rpc-url",
            stack.chain().rpcUrl(),
            "--trusted-block",
            "latest");
    return plain(
        new IndexCommand(),
        Stream.concat(usual.stream(), Stream.of(arguments)).toArray(String[]::new));
  }

  @Test
  void refusesInOneLineWhatCannotBe() throws IOException {
    assertThat(run(new ExplainCommand(), "999999", "--json").json().path("error").asString())
        .isEqualTo("booking_not_found");
    assertThat(run(new AttestCommand(), "1", "--outcome", "Completed").exitCode()).isEqualTo(2);
    var outcome = attest("1", "Somehow", DevAccounts.OWNER);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.json().path("error").asString()).isEqualTo("bad_outcome");

    var wrong = Files.writeString(folder.resolve("wrong.token"), "x".repeat(32));
    var refused =
        plain(
            new DueCommand(), "--service", stack.service().url(), "--token-file", wrong.toString());
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("service_token_invalid");
    var away =
        plain(
            new DueCommand(), "--service", "http://127.0.0.1:1", "--token-file", wrong.toString());
    assertThat(away.exitCode()).isEqualTo(1);
    assertThat(away.err().strip()).contains("unreachable").doesNotContain("\n");
    var nowhere = plain(new DueCommand(), "--data", folder.resolve("nowhere").toString());
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err()).contains("no_stack");
  }

  private static long begun() {
    return new LocalSession(stack.chain().rpc(), stack.deployment().escrow())
        .begin(
            DevAccounts.HOSTS.getFirst(),
            DevAccounts.GUESTS.getFirst(),
            SESSION_MINUTES,
            stack.chain().clock(),
            clock());
  }

  private static void pass(long seconds) {
    stack.chain().clock().moveTo(stack.chain().clock().nowSeconds() + seconds);
    var _ = clock().follow();
  }

  private static ServiceClock clock() {
    return new ServiceClock(stack.service().url());
  }

  private static Run attest(String booking, String outcome, DevAccount operator)
      throws IOException {
    var key = Files.writeString(folder.resolve("operator.key"), operator.privateKey());
    return run(
        new AttestCommand(),
        booking,
        "--outcome",
        outcome,
        "--reason",
        "the host's provider was down",
        "--key-file",
        key.toString(),
        "--json");
  }

  private static Run attestWithAKeystore(String booking) throws IOException {
    var key = Bytes.fromHex(DevAccounts.OWNER.privateKey());
    var keystore = folder.resolve("operator.json");
    KeystoreFiles.create(
        keystore,
        Keystore.encrypt(
            Secp256k1PrivateKey.of(key),
            "secret".toCharArray(),
            KeystoreParameters.LIGHT,
            new SecureRandom()));
    var password = Files.writeString(folder.resolve("operator.password"), "secret\n");
    return run(
        new AttestCommand(),
        booking,
        "--outcome",
        "NoShowGuest",
        "--reason",
        "the host's provider was down",
        "--keystore-file",
        keystore.toString(),
        "--keystore-password-file",
        password.toString(),
        "--json");
  }

  private static Run run(Callable<Integer> verb, String... arguments) {
    var data = List.of("--data", folder.resolve("data").toString());
    return plain(verb, Stream.concat(Stream.of(arguments), data.stream()).toArray(String[]::new));
  }

  private static Run plain(Object verb, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        new CommandLine(verb)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
